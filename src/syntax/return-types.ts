import { anyWord } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { inCondition, type } from "./types.js";

/** The type of what a function answers, with the `:` or `=>` before it: a claim about a parameter, too. */
export function returnType(p: Parser, before: ":" | "=>" = ":"): Node {
  const { start } = p;
  p.expect(before);
  const said = inCondition(p, false, () => answerType(p));
  return { type: "TSTypeAnnotation", start, end: p.lastEnd, typeAnnotation: said };
}

function answerType(p: Parser): Node {
  const { start } = p;
  const asserts = p.isWord("asserts") && p.isNextOnLine(() => p.is("name") || p.is("this"));
  const isClaim = asserts ? !p.isNext("extends") : isParameter(p) && p.isNextOnLine(() => p.isWord("is"));
  if (!isClaim) return type(p);
  if (asserts) p.advance();
  const name = parameterName(p);
  const said = p.isWord("is") && !p.hasLineBefore ? claimed(p) : null;
  if (!asserts && !said) p.unexpected();
  return {
    type: "TSTypePredicate",
    start,
    end: p.lastEnd,
    asserts,
    parameterName: name,
    typeAnnotation: said,
  };
}

function isParameter(p: Parser): boolean {
  return p.is("name") || p.is("this");
}

function parameterName(p: Parser): Node {
  const { start, end, kind } = p;
  if (kind !== "this") return anyWord(p);
  p.advance();
  return { type: "TSThisType", start, end };
}

function claimed(p: Parser): Node {
  p.advance();
  const { start } = p;
  const said = type(p);
  return { type: "TSTypeAnnotation", start, end: p.lastEnd, typeAnnotation: said };
}
