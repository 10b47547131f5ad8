import { refusal } from "../project/module-exports.js";
import { nameOf, part, parts, type SyntaxNode } from "../syntax/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import type { Method } from "../spec/methods.js";
import { identifiersIn, namesDeclaredBy } from "../project/names.js";
import { printNamed } from "./named-list.js";
import type { TextEdit } from "../render/text-edits.js";

/** Takes methods out of our own 405s, and the function that answers them with the last one. Pure. */
export function withoutFallbacks(file: RouteFile, methods: readonly Method[]): TextEdit[] {
  const statements = new Set(
    file.exports.refused.filter(({ name }) => isOneOf(name, methods)).map(({ statement }) => statement),
  );
  const edits = [...statements].flatMap((statement) => withoutMethods(file, statement, methods));
  const isUnused = file.exports.refused.every(({ name }) => isOneOf(name, methods));
  return isUnused && edits.length > 0 ? [...edits, ...withoutRefusal(file, statements)] : edits;
}

function isOneOf(name: string | undefined, methods: readonly Method[]): boolean {
  return methods.some((method) => method === name);
}

function withoutMethods(file: RouteFile, statement: SyntaxNode, methods: readonly Method[]): TextEdit[] {
  const { text, style } = file;
  const all = parts(statement, "specifiers");
  const isTaken = (specifier: SyntaxNode) =>
    nameOf(part(specifier, "local")) === refusal && isOneOf(nameOf(part(specifier, "exported")), methods);
  const left = all.filter((specifier) => !isTaken(specifier));
  if (left.length === 0) return [removal(file, statement)];

  const written = text.slice(statement.start, statement.end);
  const print = (specifiers: readonly SyntaxNode[]) =>
    printNamed(
      { head: "export", names: specifiers.map(({ start, end }) => text.slice(start, end)), tail: "" },
      style,
    );
  // Printed anew where it is as it was printed before; where people have been at it, only the methods go.
  if (written.replace(/\r\n/g, "\n") === print(all)) {
    return [{ start: statement.start, end: statement.end, text: print(left) }];
  }
  const last = left.at(-1);
  return all.flatMap((specifier, index) => {
    const next = all[index + 1];
    // Behind the last that stays, all go in one, with the comma before them.
    if (specifier === last)
      return next ? [{ start: last.end, end: all.at(-1)?.end ?? last.end, text: "" }] : [];
    if (!isTaken(specifier) || !next || (last && specifier.start > last.start)) return [];
    return [{ start: specifier.start, end: next.start, text: "" }];
  });
}

/** The function itself, if nothing else calls it. */
function withoutRefusal(file: RouteFile, removed: ReadonlySet<SyntaxNode>): TextEdit[] {
  const body: readonly SyntaxNode[] = file.syntax.program.body;
  const declaration = body.find((statement) => namesDeclaredBy(statement).includes(refusal));
  const others = body.filter((statement) => statement !== declaration && !removed.has(statement));
  const isUsed = others.some((statement) => identifiersIn(statement).some(({ name }) => name === refusal));
  return declaration?.type === "FunctionDeclaration" && !isUsed ? [removal(file, declaration)] : [];
}

/** A statement with the blank lines before it. */
function removal({ text }: RouteFile, { start, end }: SyntaxNode): TextEdit {
  const [blank = ""] = /\s*$/.exec(text.slice(0, start)) ?? [];
  return { start: start - blank.length, end, text: "" };
}
