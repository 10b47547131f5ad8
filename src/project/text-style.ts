import { parts, walk, word, type ModuleSyntax, type SyntaxNode } from "../syntax/module-syntax.js";

/** How a file is written, apart from what it says. */
export interface TextStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  /** One level of indentation: spaces, or a tab. */
  readonly indent: string;
  readonly lineBreak: "\n" | "\r\n";
  /** Where a list that is broken over lines ends in a comma: everywhere, in objects and arrays only, or nowhere. */
  readonly trailingCommas: "all" | "es5" | "none";
  /** Whether the last line ends in a line break. */
  readonly finalNewline: boolean;
}

/** How long a line may be, in columns; Prettier's default. */
export const pageWidth = 80;

/** The style of what the templates write; Prettier's defaults. */
export const defaultStyle: TextStyle = {
  quote: '"',
  semicolons: true,
  indent: "  ",
  lineBreak: "\n",
  trailingCommas: "all",
  finalNewline: true,
};

/** Statements that end in a semicolon, where semicolons are written. */
export const terminated: ReadonlySet<string> = new Set([
  "BreakStatement",
  "ContinueStatement",
  "ExportAllDeclaration",
  "ExpressionStatement",
  "ImportDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "TSTypeAliasDeclaration",
  "VariableDeclaration",
]);

/** Reads a file's style: what most of it does; what it does not show is as the templates have it. Pure. */
export function styleOf(text: string, { program }: ModuleSyntax): TextStyle {
  const quotes = { '"': 0, "'": 0 };
  const endings = { with: 0, without: 0 };
  const commas = { lists: { with: 0, without: 0 }, calls: { with: 0, without: 0 } };
  walk(program, (node, parent) => {
    const raw = word(node, "raw");
    if (node.type === "Literal" && raw !== undefined && isPlainString(raw))
      quotes[raw.startsWith('"') ? '"' : "'"] += 1;
    if (node.type.startsWith("JSX")) return false;
    if (terminated.has(node.type) && !isInHead(node, parent)) {
      endings[text[node.end - 1] === ";" ? "with" : "without"] += 1;
    }
    const broken = brokenList(text, node);
    if (broken) commas[broken.kind][broken.hasComma ? "with" : "without"] += 1;
    return true;
  });
  const windows = text.match(/\r\n/g)?.length ?? 0;
  const all = text.match(/\n/g)?.length ?? 0;
  return {
    quote: quotes["'"] > quotes['"'] ? "'" : '"',
    semicolons: endings.with >= endings.without,
    indent: indentOf(text),
    lineBreak: windows > all / 2 ? "\r\n" : "\n",
    trailingCommas:
      commas.lists.without > commas.lists.with
        ? "none"
        : commas.calls.without > commas.calls.with
          ? "es5"
          : "all",
    finalNewline: text.trim() === "" || text.endsWith("\n"),
  };
}

/** The lists that may end in a comma: their items, by the kind of node. */
const listItems: Readonly<Record<string, { kind: "lists" | "calls"; items: string }>> = {
  ObjectExpression: { kind: "lists", items: "properties" },
  ObjectPattern: { kind: "lists", items: "properties" },
  ImportDeclaration: { kind: "lists", items: "specifiers" },
  ExportNamedDeclaration: { kind: "lists", items: "specifiers" },
  ArrayExpression: { kind: "lists", items: "elements" },
  CallExpression: { kind: "calls", items: "arguments" },
  NewExpression: { kind: "calls", items: "arguments" },
  FunctionDeclaration: { kind: "calls", items: "params" },
  ArrowFunctionExpression: { kind: "calls", items: "params" },
};

/** A list whose closing bracket stands on a line of its own, and whether there is a comma before it. */
function brokenList(
  text: string,
  node: SyntaxNode,
): { kind: "lists" | "calls"; hasComma: boolean } | undefined {
  const list = listItems[node.type];
  const last = list && parts(node, list.items).at(-1);
  if (!list || !last) return undefined;
  const [, comma, blank] = /^(,?)(\s*)[)\]}]/.exec(text.slice(last.end)) ?? [];
  return blank?.includes("\n") === true ? { kind: list.kind, hasComma: comma === "," } : undefined;
}

/** A string whose quotes were free to choose: none of either kind in it. */
function isPlainString(raw: string): boolean {
  return /^(["'])[^"']*\1$/.test(raw);
}

/** `export const` has its semicolon inside, and the head of a `for` has one of its own. */
function isInHead(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return node.type === "VariableDeclaration" && (parent?.type.startsWith("For") ?? false);
}

/** The most frequent step to the right from one line of code to the next. */
function indentOf(text: string): string {
  const steps = new Map<string, number>();
  let before = "";
  for (const line of text.split(/\r?\n/)) {
    const [, blank = "", first = ""] = /^([ \t]*)(\S?)/.exec(line) ?? [];
    // The lines of a block comment are indented by one more than their code.
    if (first === "" || first === "*") continue;
    const step = blank.startsWith(before) ? blank.slice(before.length) : "";
    // One level at a time; what is aligned under something else takes more.
    if (/^(\t| {2,8})$/.test(step)) steps.set(step, (steps.get(step) ?? 0) + 1);
    before = blank;
  }
  const [most] = [...steps].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? defaultStyle.indent;
}
