import { shorthandValue } from "./bindings.js";
import { assignment } from "./expressions.js";
import { methodValue } from "./functions.js";
import { element } from "./members.js";
import { propertyKey } from "./names.js";
import type { Node, Parser } from "./parser.js";

export function objectHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const properties = p.list("}", () => (p.is("...") ? element(p) : property(p)));
  return { type: "ObjectExpression", start, end: p.lastEnd, properties };
}

function property(p: Parser): Node {
  const { start } = p;
  const isAsync = p.isWord("async") && p.isNextOnLine(() => !endsKey(p)) && p.eatWord("async");
  const isGenerator = p.eat("*");
  const accessor =
    !isAsync && !isGenerator && (p.isWord("get") || p.isWord("set")) && isKeyNext(p) ? p.word : undefined;
  if (accessor !== undefined) p.advance();
  const isName = p.is("name");
  const { key, computed } = propertyKey(p, assignment);
  const common = { method: false, shorthand: false, computed, key, kind: accessor ?? "init" };
  if (accessor !== undefined || isAsync || isGenerator || p.is("(") || p.is("<")) {
    const method = accessor === undefined;
    const value = methodValue(p, isAsync, isGenerator);
    return { type: "Property", start, end: p.lastEnd, ...common, method, value };
  }
  if (p.eat(":")) {
    const value = assignment(p);
    return { type: "Property", start, end: p.lastEnd, ...common, value };
  }
  if (!isName) p.unexpected();
  // `{ a = 1 }` is a pattern: what is around it will say so.
  const value = shorthandValue(p, key);
  return { type: "Property", start, end: p.lastEnd, ...common, shorthand: true, value };
}

function isKeyNext(p: Parser): boolean {
  return p.ahead(() => {
    p.advance();
    return !endsKey(p);
  });
}

/** Whether the word before was the key itself: `{ get }`, `{ async: 1 }`, `{ set() {} }`. */
export function endsKey({ kind }: Parser): boolean {
  return [",", "}", ":", "(", "<", "=", ";", "?", "!", "end"].includes(kind);
}
