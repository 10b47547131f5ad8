import { anyWord } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { inCondition, type } from "./types.js";

/** `[A, b?: B, ...C[]]`. */
export function tupleType(p: Parser): Node {
  const { start } = p;
  p.advance();
  const elementTypes = inCondition(p, false, () => p.list("]", () => element(p)));
  return { type: "TSTupleType", start, end: p.lastEnd, elementTypes };
}

function element(p: Parser): Node {
  const { start } = p;
  if (p.eat("...")) {
    const typeAnnotation = p.ahead(() => isLabel(p)) ? labeled(p) : type(p);
    return { type: "TSRestType", start, end: p.lastEnd, typeAnnotation };
  }
  if (p.ahead(() => isLabel(p))) return labeled(p);
  const typeAnnotation = type(p);
  if (!p.eat("?")) return typeAnnotation;
  return { type: "TSOptionalType", start, end: p.lastEnd, typeAnnotation };
}

function isLabel(p: Parser): boolean {
  if (p.word === "") return false;
  p.advance();
  if (!p.is("?")) return p.is(":");
  p.advance();
  return p.is(":");
}

function labeled(p: Parser): Node {
  const label = anyWord(p);
  const optional = p.eat("?");
  p.expect(":");
  const elementType = type(p);
  return { type: "TSNamedTupleMember", start: label.start, end: p.lastEnd, label, optional, elementType };
}
