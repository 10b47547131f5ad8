import { anyWord } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { type } from "./types.js";

/** Whether a `{` is that of `{ [K in Keys]: T }`. */
export function isMappedType(p: Parser): boolean {
  return p.ahead(() => {
    p.advance();
    if (p.is("+") || p.is("-")) {
      p.advance();
      return p.isWord("readonly");
    }
    p.eatWord("readonly");
    if (!p.eat("[") || !p.is("name")) return false;
    p.advance();
    return p.is("in");
  });
}

/** `{ readonly [K in Keys as Name]?: T }`. */
export function mappedType(p: Parser): Node {
  const { start } = p;
  p.advance();
  const readonly = modifier(p, () => p.eatWord("readonly"));
  p.expect("[");
  const key = anyWord(p);
  p.expect("in");
  const constraint = type(p);
  const nameType = p.eatWord("as") ? type(p) : null;
  p.expect("]");
  const optional = modifier(p, () => p.eat("?"));
  const typeAnnotation = p.eat(":") ? type(p) : null;
  if (!p.eat(";")) p.eat(",");
  p.expect("}");
  const said = { readonly, optional };
  return { type: "TSMappedType", start, end: p.lastEnd, key, constraint, nameType, typeAnnotation, ...said };
}

/** A modifier that is there, or is put on or taken off; undefined if none is. */
function modifier(p: Parser, take: () => boolean): true | "+" | "-" | undefined {
  const sign = p.kind;
  if (sign === "+" || sign === "-") {
    p.advance();
    if (!take()) p.unexpected();
    return sign;
  }
  return take() ? true : undefined;
}
