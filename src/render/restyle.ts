import { walk, word, type ModuleSyntax, type SyntaxNode } from "../project/module-syntax.js";
import { defaultStyle, terminated, type TextStyle } from "../project/text-style.js";
import { pageOf } from "./fit-lines.js";
import { applyEdits, type TextEdit } from "./text-edits.js";

/**
 * Writes generated code in another style: its quotes, its semicolons, its trailing commas, its tabs. Line breaks are left
 * as they are; {@link withLineBreaks} comes last. Pure.
 *
 * @param text in the style of the templates, but fitted to the page of the style (see {@link pageOf}), as it was parsed.
 */
export function restyle(text: string, { program }: ModuleSyntax, style: TextStyle): string {
  const edits: TextEdit[] = [];
  walk(program, (node, parent) => {
    if (style.quote !== defaultStyle.quote) edits.push(...singleQuotes(node));
    if (!style.semicolons) edits.push(...withoutSemicolon(text, node, parent));
  });
  const commas = { all: /$^/, es5: /,(?=\n *\))/g, none: /,(?=\n *[)\]}])/g }[style.trailingCommas];
  return withTabs(applyEdits(text, edits).replace(commas, ""), style);
}

/** A text that is fitted to a style's page, with tabs where the style has them. */
export function withTabs(text: string, style: TextStyle): string {
  if (style.indent !== "\t") return text;
  const level = pageOf(style).indent;
  return text.replace(
    /^ +/gm,
    (blank) => "\t".repeat(blank.length / level) + " ".repeat(blank.length % level),
  );
}

export function withLineBreaks(text: string, { lineBreak }: TextStyle): string {
  return lineBreak === "\n" ? text : text.replace(/\r?\n/g, lineBreak);
}

/** A string with a single quote in it keeps its double ones, as formatters do it. */
function singleQuotes(node: SyntaxNode): TextEdit[] {
  const raw = word(node, "raw");
  if (node.type !== "Literal" || raw === undefined || !/^"[^']*"$/.test(raw)) return [];
  return [{ start: node.start, end: node.end, text: `'${raw.slice(1, -1).replaceAll('\\"', '"')}'` }];
}

/** A statement that begins like a continuation of the one before it gets a semicolon of its own, as formatters do it. */
function withoutSemicolon(text: string, node: SyntaxNode, parent: SyntaxNode | undefined): TextEdit[] {
  // A member of a type ends in nothing, too, unless another follows it on its line.
  if (node.type === "TSPropertySignature" && text.slice(node.end - 1).startsWith(";\n"))
    return [{ start: node.end - 1, end: node.end, text: "" }];
  if (!terminated.has(node.type) && node.type !== "ExportNamedDeclaration") return [];
  if (node.type === "VariableDeclaration" && parent?.type.startsWith("For")) return [];
  const edits: TextEdit[] = [];
  const isStart = parent?.type === "BlockStatement" || parent?.type === "Program";
  if (node.type === "ExpressionStatement" && isStart && /[([`+\-/<]/.test(text.charAt(node.start)))
    edits.push({ start: node.start, end: node.start, text: ";" });
  // An exported declaration ends where its own statement ends, and has been seen to there.
  const isExported =
    node.type === "ExportNamedDeclaration" && "declaration" in node && node.declaration !== null;
  if (text[node.end - 1] === ";" && !isExported) edits.push({ start: node.end - 1, end: node.end, text: "" });
  return edits;
}
