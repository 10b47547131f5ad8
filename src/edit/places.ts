import { isMethod, methods as methodOrder, type Method } from "../spec/methods.js";
import { refusal } from "../project/module-exports.js";
import { part, type SyntaxNode } from "../syntax/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import { namesDeclaredBy } from "../project/names.js";

/** A place between the statements of a file. */
export interface Place {
  readonly offset: number;
  /** Whether what is put there comes behind the statement at the offset, or before it. */
  readonly side: "behind" | "before";
}

/** Where things go in a route file that is there. */
export interface Places {
  readonly handler: (method: Method) => Place;
  /** Before the first handler: types and constants. */
  readonly before: Place;
  /** Behind the last handler and its functions. */
  readonly after: Place;
  readonly imports: Place;
  /** Whether there are imports, below which others go. */
  readonly hasImports: boolean;
}

interface HandlerThere {
  readonly method: Method;
  readonly statement: SyntaxNode;
}

/**
 * Finds the places: a handler goes behind the last of those before it in the order of the methods, OPTIONS behind the functions that
 * the others call, and into a file without handlers at its end. Pure.
 */
export function placesIn(file: RouteFile): Places {
  const { syntax, exports } = file;
  const body: readonly SyntaxNode[] = syntax.program.body;
  const handlers = exports.all.flatMap(({ name, statement }) =>
    isMethod(name) ? [{ method: name, statement }] : [],
  );
  const last = body.at(-1);
  const end: Place = { offset: last ? endOfLine(file, last) : file.text.length, side: "behind" };

  const handler = (method: Method): Place => {
    const rank = methodOrder.indexOf(method);
    const earlier = handlers.filter((each) => methodOrder.indexOf(each.method) < rank);
    const latest = earlier.sort((a, b) => b.statement.end - a.statement.end)[0];
    // OPTIONS is the last of all, behind the functions that the others call.
    if (latest && method === "OPTIONS") return behindFunctions(file, latest.statement);
    if (latest) return { offset: endOfLine(file, latest.statement), side: "behind" };
    const [first] = handlers.sort((a, b) => a.statement.start - b.statement.start);
    return first ? { offset: withConstants(file, first), side: "before" } : end;
  };

  const [first] = [...handlers].sort((a, b) => a.statement.start - b.statement.start);
  const lastHandler = handlers
    .filter(({ method }) => method !== "OPTIONS")
    .sort((a, b) => b.statement.end - a.statement.end)[0];
  return {
    handler,
    before: first ? { offset: withConstants(file, first), side: "before" } : end,
    // With nothing but an OPTIONS, the new handlers come before it, and what they call behind them.
    after: lastHandler
      ? behindFunctions(file, lastHandler.statement)
      : first
        ? { offset: withConstants(file, first), side: "before" }
        : end,
    imports: importsPlace(file),
    hasImports: body.some(({ type }) => type === "ImportDeclaration"),
  };
}

/** Behind the functions that follow a handler, which are most likely its own. */
function behindFunctions(file: RouteFile, handler: SyntaxNode): Place {
  const body: readonly SyntaxNode[] = file.syntax.program.body;
  let last = handler;
  for (const statement of body.slice(body.indexOf(handler) + 1)) {
    if (statement.type !== "FunctionDeclaration" || namesDeclaredBy(statement).includes(refusal)) break;
    last = statement;
  }
  return { offset: endOfLine(file, last), side: "behind" };
}

/** OPTIONS has the list of `Allow` before it: what comes first goes before that. */
function withConstants(file: RouteFile, { method, statement: handler }: HandlerThere): number {
  const body: readonly SyntaxNode[] = file.syntax.program.body;
  const before = body[body.indexOf(handler) - 1];
  const isItsOwn = method === "OPTIONS" && before?.type === "VariableDeclaration";
  return startWithComments(file, isItsOwn ? before : handler);
}

/** Behind the last import, or at the top: below what speaks of the whole file, above what speaks of the first statement. */
function importsPlace(file: RouteFile): Place {
  const body: readonly SyntaxNode[] = file.syntax.program.body;
  const lastImport = body.findLast(({ type }) => type === "ImportDeclaration");
  if (lastImport) return { offset: endOfLine(file, lastImport), side: "behind" };
  const directive = body.findLast((statement) => isDirective(statement));
  if (directive) return { offset: endOfLine(file, directive), side: "behind" };
  const [first] = body;
  if (!first) return { offset: file.text.length, side: "behind" };
  return { offset: startWithComments(file, first), side: "before" };
}

function isDirective(statement: SyntaxNode): boolean {
  return (
    "directive" in statement ||
    (statement.type === "ExpressionStatement" && part(statement, "expression")?.type === "Literal")
  );
}

/** Comments that speak to a tool or of the file, and are not moved away from its beginning. */
const ofTheFile =
  /^\s*(\*\s*)?(eslint|@ts-|prettier-ignore-start|biome-ignore-all|\/\s*<|@license|@fileoverview|!)|copyright|licen[sc]e/i;

/** The start of a statement with the comments that stand directly above it. */
function startWithComments({ text, syntax }: RouteFile, statement: SyntaxNode): number {
  let start = statement.start;
  for (const comment of [...syntax.comments].reverse()) {
    if (comment.end > start) continue;
    const between = text.slice(comment.end, start);
    const isOwnLine = /(^|\n)[ \t\uFEFF]*$/.test(text.slice(0, comment.start));
    const isOfFile = ofTheFile.test(comment.value) && text.slice(0, comment.start).trim() === "";
    if (!/^[ \t]*\r?\n?[ \t]*$/.test(between) || !isOwnLine || isOfFile) break;
    start = comment.start;
  }
  return start;
}

/** The end of a statement with the comment on its line. */
function endOfLine({ text, syntax }: RouteFile, statement: SyntaxNode): number {
  // A semicolon on a line of its own is written for what follows it: `;[1, 2].forEach(…)`.
  const end = statement.start + text.slice(statement.start, statement.end).replace(/\s*\n\s*;$/, "").length;
  const [blank = ""] = /^[ \t]*/.exec(text.slice(end)) ?? [];
  const comment = syntax.comments.find(({ start }) => start === end + blank.length);
  if (!comment || text.slice(comment.start, comment.end).includes("\n")) return end;
  // A comment before something else on the line is that one's.
  return /^[ \t]*(\r?\n|$)/.test(text.slice(comment.end)) ? comment.end : end;
}
