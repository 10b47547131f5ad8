import {
  bare,
  isSet,
  part,
  parts,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../../syntax/module-syntax.js";
import { identifiersIn } from "../names.js";
import { defaultStyle, terminated } from "../text-style.js";

/**
 * Code of a file that is there, in the templates' style: each statement on one line whatever its length, so that it can be
 * fitted to another file's page. Undefined for what cannot be put so: a comment in it, a function with a body, a loop.
 */
export function snippetOf(
  node: SyntaxNode,
  source: { text: string; syntax: ModuleSyntax },
  names: Names = noNames,
): string[] | undefined {
  const hasComment = source.syntax.comments.some(({ start, end }) => start >= node.start && end <= node.end);
  return hasComment ? undefined : linesOf(node, source.text, names);
}

/** Names of variables that are marked (see {@link marked}), by what they are called in the code. */
export type Names = ReadonlyMap<string, string>;
const noNames: Names = new Map();

/** A variable in a snippet, so that it can get another name where the snippet goes. */
export function marked(name: string): string {
  return `\uE000${name}\uE000`;
}

/** A line of a snippet with the names that its marked variables get. */
export function withNames(line: string, nameOfVariable: (name: string) => string): string {
  return line.replace(/(?:(\w+): )?\uE000([^\uE000]+)\uE000/g, (_, key: string | undefined, name: string) => {
    const given = nameOfVariable(name);
    return key === undefined || key === given ? given : `${key}: ${given}`;
  });
}

function linesOf(node: SyntaxNode, text: string, names: Names): string[] | undefined {
  if (node.type === "BlockStatement") {
    const inside = parts(node, "body").map((statement) => linesOf(statement, text, names));
    if (inside.some((lines) => lines === undefined)) return undefined;
    return ["{", ...inside.flatMap((lines) => lines ?? []).map((line) => defaultStyle.indent + line), "}"];
  }
  if (node.type === "IfStatement") {
    const [test, consequent] = [part(node, "test"), part(node, "consequent")];
    const condition = test && flatText(test, text, names);
    const branch = consequent && linesOf(consequent, text, names);
    if (condition === undefined || !branch || part(node, "alternate")) return undefined;
    const [first = "", ...rest] = branch;
    return [`if (${condition}) ${first}`, ...rest];
  }
  if (!terminated.has(node.type)) return undefined;
  const flat = flatText(node, text, names);
  return flat === undefined ? undefined : [flat.endsWith(";") ? flat : `${flat};`];
}

/** An expression or a simple statement on one line, in double quotes. */
export function flatText(node: SyntaxNode, text: string, names: Names = noNames): string | undefined {
  const unfit: SyntaxNode[] = [];
  const edits = markEdits(node, names);
  walk(node, (each) => {
    // A pattern can have quotes in it.
    if (each.type === "BlockStatement" || isPattern(each)) unfit.push(each);
    if (each.type === "TemplateLiteral" && text.slice(each.start, each.end).includes("\n")) unfit.push(each);
    const raw = each.type === "Literal" ? word(each, "raw") : undefined;
    if (raw !== undefined && /^'[^'"\\]*'$/.test(raw))
      edits.push({ start: each.start, end: each.end, text: `"${raw.slice(1, -1)}"` });
  });
  if (unfit.length > 0) return undefined;
  let written = text.slice(node.start, node.end);
  for (const edit of edits.sort((a, b) => b.start - a.start)) {
    const [start, end] = [edit.start - node.start, edit.end - node.start];
    written = written.slice(0, start) + edit.text + written.slice(end);
  }
  return onOneLine(written);
}

function markEdits(node: SyntaxNode, names: Names): { start: number; end: number; text: string }[] {
  if (names.size === 0) return [];
  const found = new Map<number, { start: number; end: number; text: string }>();
  for (const { node: each, name, parent } of identifiersIn(node)) {
    const canonical = names.get(name);
    if (canonical === undefined || found.has(each.start)) continue;
    const isShort = parent?.type === "Property" && isSet(parent, "shorthand");
    const end = each.start + name.length;
    found.set(each.start, {
      start: each.start,
      end,
      text: `${isShort ? `${name}: ` : ""}${marked(canonical)}`,
    });
  }
  return [...found.values()];
}

/** Code that was broken over lines, on one, without the commas behind the last items of its lists. */
export function onOneLine(code: string): string {
  return code
    .replace(/\s*\n\s*/g, " ")
    .replace(/([([]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1")
    .replace(/, \}/g, " }")
    .replace(/ (\??\.\w)/g, "$1");
}

function isPattern(node: SyntaxNode): boolean {
  return node.type === "Literal" && "regex" in node;
}

/** Code in double quotes: its strings that have no quotes in them. */
export function flatQuotes(code: string): string {
  return code.replace(/'([^'"\\\n]*)'/g, '"$1"');
}

/** The name of what is called, e.g. `auth.api.getSession`; undefined for anything but names and dots. */
export function calleeText(call: SyntaxNode, text: string): string | undefined {
  const callee = part(call, "callee");
  const written = callee && text.slice(callee.start, callee.end);
  return written !== undefined && /^[\w$]+(\.[\w$]+)*$/.test(written) ? written : undefined;
}

/** The first call in an expression, through `await` and `!`. */
export function firstCallIn(node: SyntaxNode): SyntaxNode | undefined {
  const calls: SyntaxNode[] = [];
  walk(bare(node), (each) => {
    if (each.type === "CallExpression") calls.push(each);
  });
  return calls.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}
