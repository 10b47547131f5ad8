import type { Node, Parser } from "./parser.js";

/** A name, where one is said or made. */
export function identifier(p: Parser): Node {
  if (!p.is("name")) p.unexpected();
  const { inside, word } = p;
  if ((word === "await" && inside.mayAwait) || (word === "yield" && inside.mayYield)) p.unexpected();
  return anyWord(p);
}

/** A name behind a dot, or of an export: reserved words, too. */
export function anyWord(p: Parser): Node {
  const { start, end, word: name } = p;
  if (name === "") p.unexpected();
  p.advance();
  return { type: "Identifier", start, end, name };
}

/** A name behind a dot: `#own`, too. */
export function memberName(p: Parser): Node {
  return p.is("private name") ? privateName(p) : anyWord(p);
}

export function privateName(p: Parser): Node {
  const { start, end, value: name } = p;
  p.expect("private name");
  return { type: "PrivateIdentifier", start, end, name };
}

/** The name of an import or export: a word, or a string. */
export function moduleName(p: Parser): Node {
  return p.is("string") ? text(p) : anyWord(p);
}

/** A string in quotes, as a literal. */
export function text(p: Parser): Node {
  const { start, end, value } = p;
  p.expect("string");
  return { type: "Literal", start, end, value, raw: p.text.slice(start, end) };
}

/** A number or a BigInt, as a literal. */
export function numeral(p: Parser): Node {
  const { start, end } = p;
  p.expect("number");
  const raw = p.text.slice(start, end);
  const digits = raw.includes("_") ? raw.replaceAll("_", "") : raw;
  // `017`, which scripts may still say. Source: ECMA-262, B.1.1.
  const isOctal = /^0[0-7]+$/.test(digits);
  if (!digits.endsWith("n"))
    return { type: "Literal", start, end, value: Number(isOctal ? `0o${digits}` : digits), raw };
  const bigint = digits.slice(0, -1);
  return { type: "Literal", start, end, value: BigInt(bigint), raw, bigint };
}

/** The key of a property or member, and whether it is in brackets. */
export function propertyKey(p: Parser, computedKey: (p: Parser) => Node): { key: Node; computed: boolean } {
  if (p.is("string")) return { key: text(p), computed: false };
  if (p.is("number")) return { key: numeral(p), computed: false };
  if (!p.is("[")) return { key: memberName(p), computed: false };
  p.advance();
  const key = computedKey(p);
  p.expect("]");
  return { key, computed: true };
}
