import { isMethod, type Method } from "../spec/methods.js";
import { exportsOf } from "../project/module-exports.js";
import type { ModuleSyntax, SyntaxNode } from "../syntax/module-syntax.js";
import { identifiersIn, namesDeclaredBy } from "../project/names.js";

/** A statement of generated code, with the comment before it. */
export interface Piece {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
  /** What it declares. */
  readonly names: readonly string[];
}

/** Generated code, taken apart. */
export interface Pieces {
  /** What stands before the handlers: segment config, constants, types. */
  readonly before: readonly Piece[];
  /** Each handler with the constants that only it has, directly before it. */
  readonly handlers: readonly { readonly method: Method; readonly pieces: readonly Piece[] }[];
  /** What stands behind them: functions that they call. */
  readonly after: readonly Piece[];
}

/** Takes a generated route file apart; its imports are left out. Pure. */
export function piecesOf(syntax: ModuleSyntax): Pieces {
  const pieces: Piece[] = [];
  let end = 0;
  for (const node of syntax.program.body) {
    const comment = syntax.comments.find(({ start }) => start >= end && start < node.start);
    if (node.type !== "ImportDeclaration")
      pieces.push({ node, start: comment?.start ?? node.start, end: node.end, names: namesDeclaredBy(node) });
    end = node.end;
  }

  const methods = new Map<SyntaxNode, Method>();
  for (const { name, statement } of exportsOf(syntax).all) if (isMethod(name)) methods.set(statement, name);

  const before: Piece[] = [];
  const handlers: { method: Method; pieces: Piece[] }[] = [];
  const after: Piece[] = [];
  let waiting: Piece[] = [];
  for (const piece of pieces) {
    const method = methods.get(piece.node);
    if (method === undefined) {
      waiting.push(piece);
      continue;
    }
    const last = waiting.at(-1);
    const own = last && isConstantOf(last, piece, pieces) ? [last] : [];
    (handlers.length === 0 ? before : after).push(...waiting.slice(0, waiting.length - own.length));
    handlers.push({ method, pieces: [...own, piece] });
    waiting = [];
  }
  after.push(...waiting);
  return { before, handlers, after };
}

/** Whether a constant is used by one handler and by nothing else. */
function isConstantOf(constant: Piece, handler: Piece, all: readonly Piece[]): boolean {
  if (constant.node.type !== "VariableDeclaration") return false;
  const users = all.filter(
    (piece) =>
      piece !== constant && identifiersIn(piece.node).some(({ name }) => constant.names.includes(name)),
  );
  return users.length === 1 && users[0] === handler;
}
