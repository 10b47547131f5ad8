import { importsOf, isSameModule, type ImportedName, type ImportStatement } from "../project/imports.js";
import { parts, type ModuleSyntax, type SyntaxNode } from "../syntax/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import { freeName } from "./names.js";
import { printNamed } from "./named-list.js";
import type { TextEdit } from "../render/text-edits.js";

export interface MergedImports {
  /** What changes in the statements that are there. */
  readonly edits: readonly TextEdit[];
  /** Statements that have to be added. */
  readonly statements: readonly string[];
  /** What an imported name is called in the file, where that is not what the generated code calls it. */
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * Imports what generated code needs, once: a name that the file imports already is used as it is called there, another
 * one joins the statement of its module if there is one. A name that stands for something else in the file is imported
 * under another. Pure.
 *
 * @param taken every name that is used in the file.
 */
export function mergeImports(
  file: RouteFile,
  generated: ModuleSyntax,
  taken: ReadonlySet<string>,
): MergedImports {
  const there = importsOf(file.syntax);
  const edits: TextEdit[] = [];
  const statements: string[] = [];
  const renames = new Map<string, string>();
  const used = new Set(taken);

  for (const wanted of importsOf(generated)) {
    const sameModule = there.filter(({ source }) => isSameModule(source, wanted.source));
    const missing: string[] = [];
    const whole: ImportedName[] = [];
    for (const name of wanted.names) {
      const known = sameModule.flatMap(({ names }) => names).find((each) => isThatName(each, name));
      const local = known?.local ?? freeName(name.local, used);
      if (local !== name.local) renames.set(name.local, local);
      if (known) continue;
      used.add(local);
      if (isListed(name)) missing.push(specifierText({ ...name, local }));
      else whole.push({ ...name, local });
    }
    statements.push(...whole.map((name) => wholeStatement(wanted, name, file)));
    if (missing.length === 0) continue;
    const host = sameModule.find((statement) => isOpen(statement, file.text));
    if (host) edits.push(...extended(host, missing, file));
    else statements.push(statementText(wanted, missing, file));
  }
  return { edits, statements, renames };
}

function isThatName(there: ImportedName, wanted: ImportedName): boolean {
  return there.name === wanted.name && (wanted.isType || !there.isType);
}

/** Whether a name stands in a list: a default, or a module as a whole, stands outside of one. */
function isListed({ name }: ImportedName): boolean {
  return name !== "*" && name !== "default";
}

/** `import db from "./db"`, `import * as Sentry from "@sentry/nextjs"`: a statement of its own, whatever is there of the module. */
function wholeStatement(
  { source, isType }: ImportStatement,
  { name, local, isType: isOfType }: ImportedName,
  { style: { quote, semicolons } }: RouteFile,
): string {
  const head = isType || isOfType ? "import type" : "import";
  const whole = name === "*" ? `* as ${local}` : local;
  return `${head} ${whole} from ${quote}${source}${quote}${semicolons ? ";" : ""}`;
}

function specifierText({ name, local, isType }: ImportedName): string {
  return `${isType ? "type " : ""}${name}${name === local ? "" : ` as ${local}`}`;
}

/** Whether a statement has a list of names that values can join. */
function isOpen({ node, isType, names }: ImportStatement, text: string): boolean {
  if (isType || names.some(({ name }) => name === "*")) return false;
  return names.length > 0 && /^import\b/.test(text.slice(node.start, node.end));
}

function statementText(
  { source, isType }: ImportStatement,
  names: readonly string[],
  { style }: RouteFile,
): string {
  const head = isType ? "import type" : "import";
  return printNamed({ head, names, tail: ` from ${style.quote}${source}${style.quote}` }, style);
}

/** The statement with more names: printed anew if it is as a formatter prints it, else with the names put in. */
function extended(
  { node }: ImportStatement,
  missing: readonly string[],
  { text, style, syntax }: RouteFile,
): TextEdit[] {
  const statement = text.slice(node.start, node.end);
  const [, head = "", inside = "", tail = ""] = /^(import[^{]*?)\s*\{([^}]*)\}(.*)$/s.exec(statement) ?? [];
  if (head === "") {
    // `import db from "./data"`: the list of names is new.
    const at = parts(node, "specifiers")[0]?.end ?? node.end;
    return [{ start: at, end: at, text: `, { ${missing.join(", ")} }` }];
  }
  const listed = inside
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const plainTail = tail.replace(/;$/, "");
  const all = inPlace(listed, missing);
  const hasComments = syntax.comments.some(({ start, end }) => start > node.start && end < node.end);
  if (
    !hasComments &&
    printNamed({ head, names: listed, tail: plainTail }, style) === statement.replace(/\r\n/g, "\n")
  )
    return [
      { start: node.start, end: node.end, text: printNamed({ head, names: all, tail: plainTail }, style) },
    ];
  return putIn(node, missing, { text, comments: syntax.comments });
}

/** Puts names behind the last one of a list that people wrote; the comments in it stay where they are. */
function putIn(
  node: SyntaxNode,
  missing: readonly string[],
  { text, comments }: { text: string; comments: ModuleSyntax["comments"] },
): TextEdit[] {
  const code = comments.reduce(
    (masked, { start, end }) =>
      start < node.start || end > node.end
        ? masked
        : masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end),
    text,
  );
  const last = parts(node, "specifiers").findLast(({ type }) => type === "ImportSpecifier");
  if (!last) {
    const inside = code.indexOf("{", node.start) + 1;
    return [{ start: inside, end: inside, text: ` ${missing.join(", ")} ` }];
  }
  const close = code.indexOf("}", last.end);
  const rest = text.slice(last.end, close);
  if (!rest.includes("\n")) return [{ start: last.end, end: last.end, text: `, ${missing.join(", ")}` }];
  const hasComma = code.slice(last.end, close).includes(",");
  const [lead = "\n"] = /\r?\n[ \t]*(?=[^\n]*$)/.exec(text.slice(0, last.start)) ?? [];
  const end = last.end + rest.trimEnd().length;
  const names = missing.map((name) => lead + name).join(",");
  return [
    ...(hasComma ? [] : [{ start: last.end, end: last.end, text: "," }]),
    { start: end, end, text: names + (hasComma ? "," : "") },
  ];
}

/** Sorted in, if what is there is sorted; else behind it. */
function inPlace(listed: readonly string[], missing: readonly string[]): string[] {
  const sorted = [...listed].sort();
  const isSorted = sorted.every((name, index) => name === listed[index]);
  return isSorted ? [...listed, ...missing].sort() : [...listed, ...missing];
}
