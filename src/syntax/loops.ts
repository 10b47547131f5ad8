import { binding } from "./bindings.js";
import { assignment, expression } from "./expressions.js";
import { callOrMember } from "./members.js";
import type { Node, Parser } from "./parser.js";
import { inBrackets, onlyStatement } from "./statements.js";
import { toTarget } from "./targets.js";
import { declarator, isUsing, variableKind } from "./variables.js";

export function whileHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const test = inBrackets(p);
  const body = onlyStatement(p);
  return { type: "WhileStatement", start, end: p.lastEnd, test, body };
}

export function doHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const body = onlyStatement(p);
  p.expect("while");
  const test = inBrackets(p);
  // A semicolon may be left out here, on the same line too. Source: ECMA-262, 12.10.1.
  p.eat(";");
  return { type: "DoWhileStatement", start, end: p.lastEnd, body, test };
}

/** A loop of any of the three kinds: what goes through values or keys says so behind the first name. */
export function forHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const isAwait = p.eatWord("await");
  p.expect("(");
  const each = p.attempt("each", () => eachHead(p));
  if (each) {
    const { left, isOf } = each;
    const right = isOf ? assignment(p) : expression(p);
    p.expect(")");
    const body = onlyStatement(p);
    const common = { start, end: p.lastEnd, left, right, body };
    return isOf
      ? { type: "ForOfStatement", await: isAwait, ...common }
      : { type: "ForInStatement", ...common };
  }
  const init = p.is(";") ? null : firstPart(p);
  p.expect(";");
  const test = p.is(";") ? null : expression(p);
  p.expect(";");
  const update = p.is(")") ? null : expression(p);
  p.expect(")");
  const body = onlyStatement(p);
  return { type: "ForStatement", start, end: p.lastEnd, init, test, update, body };
}

/** `const x of`, `x in`: what gets the values. An attempt: fails for a loop of three parts. */
function eachHead(p: Parser): { left: Node; isOf: boolean } {
  const left = isDeclaration(p) ? eachVariable(p) : toTarget(p, callOrMember(p));
  const isOf = p.isWord("of");
  if (!isOf && !p.is("in")) p.unexpected();
  p.advance();
  return { left, isOf };
}

function isDeclaration(p: Parser): boolean {
  if (p.is("var") || p.is("const")) return true;
  if (p.isWord("let")) return !p.isNext("in") && !p.isNextOnLine(() => p.isWord("of"));
  return (p.isWord("using") || p.isWord("await")) && isUsing(p);
}

function eachVariable(p: Parser): Node {
  const { start } = p;
  const kind = variableKind(p);
  const id = binding(p);
  const { start: idStart, end } = id;
  const declarations = [{ type: "VariableDeclarator", start: idStart, end, id, init: null }];
  return { type: "VariableDeclaration", start, end, kind, declarations };
}

function firstPart(p: Parser): Node {
  if (!isDeclaration(p)) return expression(p);
  const { start } = p;
  const kind = variableKind(p);
  const declarations = [declarator(p)];
  while (p.eat(",")) declarations.push(declarator(p));
  return { type: "VariableDeclaration", start, end: p.lastEnd, kind, declarations };
}
