import { callOrMember } from "./members.js";
import type { Node, Parser } from "./parser.js";

/** The decorators that stand here. */
export function decorators(p: Parser): Node[] {
  const found: Node[] = [];
  while (p.is("@")) {
    const { start } = p;
    p.advance();
    const expression = callOrMember(p);
    found.push({ type: "Decorator", start, end: p.lastEnd, expression });
  }
  return found;
}
