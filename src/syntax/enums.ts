import { assignment } from "./expressions.js";
import { identifier, propertyKey } from "./names.js";
import type { Node, Parser } from "./parser.js";

/** An enum from its `enum` on. */
export function enumHere(p: Parser, { start, isConst = false }: { start: number; isConst?: boolean }): Node {
  p.refuseWithoutTypes();
  p.expect("enum");
  const id = identifier(p);
  const { start: bodyStart } = p;
  p.expect("{");
  const members = p.list("}", () => member(p));
  const body = { type: "TSEnumBody", start: bodyStart, end: p.lastEnd, members };
  const type = "TSEnumDeclaration";
  return { type, start, end: p.lastEnd, const: isConst, declare: false, id, body };
}

function member(p: Parser): Node {
  const { start } = p;
  const { key: id, computed } = propertyKey(p, assignment);
  const initializer = p.eat("=") ? assignment(p) : undefined;
  const type = "TSEnumMember";
  return { type, start, end: p.lastEnd, id, computed, ...(initializer ? { initializer } : {}) };
}
