import { binding } from "./bindings.js";
import { expression } from "./expressions.js";
import type { Node, Parser } from "./parser.js";
import { block, inBrackets, statement } from "./statements.js";
import { typedBinding } from "./variables.js";

export function switchHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const discriminant = inBrackets(p);
  p.expect("{");
  const cases: Node[] = [];
  while (!p.is("}")) cases.push(caseHere(p));
  p.advance();
  return { type: "SwitchStatement", start, end: p.lastEnd, discriminant, cases };
}

function caseHere(p: Parser): Node {
  const { start } = p;
  const isDefault = p.eat("default");
  if (!isDefault) p.expect("case");
  const test = isDefault ? null : expression(p);
  p.expect(":");
  const consequent: Node[] = [];
  while (!p.is("case") && !p.is("default") && !p.is("}")) consequent.push(statement(p));
  return { type: "SwitchCase", start, end: p.lastEnd, test, consequent };
}

export function tryHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const tried = block(p);
  const handler = p.is("catch") ? catchHere(p) : null;
  const finalizer = p.eat("finally") ? block(p) : null;
  if (!handler && !finalizer) p.fail("Missing catch or finally clause");
  return { type: "TryStatement", start, end: p.lastEnd, block: tried, handler, finalizer };
}

function catchHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const param = p.eat("(") ? caught(p) : null;
  const body = block(p);
  return { type: "CatchClause", start, end: p.lastEnd, param, body };
}

function caught(p: Parser): Node {
  const bound = binding(p);
  const param = p.is(":") ? typedBinding(p, bound) : bound;
  p.expect(")");
  return param;
}
