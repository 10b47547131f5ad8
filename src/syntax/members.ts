import { assignment, expression } from "./expressions.js";
import { anyWord, memberName } from "./names.js";
import { operand } from "./operands.js";
import type { Node, Parser } from "./parser.js";
import { templateParts } from "./templates.js";
import type { TokenKind } from "./token-kinds.js";
import { typeArguments } from "./type-parameters.js";

/** Something with all that is called on it or taken from it. */
export function callOrMember(p: Parser): Node {
  const { start } = p;
  return steps(p, p.is("new") ? construction(p) : operand(p), start, true);
}

/** `new X(…)`, and `new.target`. */
function construction(p: Parser): Node {
  const { start, end } = p;
  p.advance();
  if (p.eat(".")) {
    const meta = { type: "Identifier", start, end, name: "new" };
    const property = anyWord(p);
    return { type: "MetaProperty", start, end: p.lastEnd, meta, property };
  }
  const from = p.start;
  let callee = steps(p, p.is("new") ? construction(p) : operand(p), from, false);
  let types: Node | undefined;
  if (callee.type === "TSInstantiationExpression") {
    types = callee["typeArguments"] as Node;
    callee = callee["expression"] as Node;
  }
  const given = p.is("(") ? callArguments(p) : [];
  return {
    type: "NewExpression",
    start,
    end: p.lastEnd,
    callee,
    ...(types ? { typeArguments: types } : {}),
    arguments: given,
  };
}

/** What follows an operand, step by step. `isWhole` is false for what `new` makes: its `(` is not a call. */
function steps(p: Parser, base: Node, start: number, isWhole: boolean): Node {
  let node = base;
  let isChain = false;
  for (;;) {
    const next = step(p, node, start, isWhole);
    if (!next) break;
    if (next["optional"] === true) isChain = true;
    node = next;
  }
  return isChain ? { type: "ChainExpression", start, end: p.lastEnd, expression: node } : node;
}

function step(p: Parser, node: Node, start: number, isWhole: boolean): Node | undefined {
  switch (p.kind) {
    case ".": {
      p.advance();
      const property = memberName(p);
      return member(p, start, node, property, { computed: false, optional: false });
    }
    case "[":
      return inBrackets(p, node, start, false);
    case "(":
      return isWhole ? call(p, node, start, { optional: false }) : undefined;
    case "?.":
      return isWhole ? optionalStep(p, node, start) : p.unexpected();
    case "!":
      if (p.hasLineBefore) return undefined;
      p.refuseWithoutTypes();
      p.advance();
      return { type: "TSNonNullExpression", start, end: p.lastEnd, expression: node };
    case "`":
      return tagged(p, node, start);
    case "<":
    case "<<":
      return p.attempt(isWhole ? "instance" : "instance to construct", () =>
        withTypeArguments(p, node, start, isWhole),
      );
    default:
      return undefined;
  }
}

function member(
  p: Parser,
  start: number,
  object: Node,
  property: Node,
  { computed, optional }: { computed: boolean; optional: boolean },
): Node {
  return { type: "MemberExpression", start, end: p.lastEnd, object, property, computed, optional };
}

function inBrackets(p: Parser, node: Node, start: number, optional: boolean): Node {
  p.expect("[");
  const property = expression(p);
  p.expect("]");
  return member(p, start, node, property, { computed: true, optional });
}

function optionalStep(p: Parser, node: Node, start: number): Node {
  p.advance();
  if (p.is("(")) return call(p, node, start, { optional: true });
  if (p.is("[")) return inBrackets(p, node, start, true);
  if (p.is("<") || p.is("<<"))
    return call(p, node, start, { optional: true, typeArguments: typeArguments(p) });
  const property = memberName(p);
  return member(p, start, node, property, { computed: false, optional: true });
}

function call(
  p: Parser,
  callee: Node,
  start: number,
  { optional, typeArguments: types }: { optional: boolean; typeArguments?: Node },
): Node {
  const given = callArguments(p);
  return {
    type: "CallExpression",
    start,
    end: p.lastEnd,
    callee,
    ...(types ? { typeArguments: types } : {}),
    arguments: given,
    optional,
  };
}

function callArguments(p: Parser): Node[] {
  p.expect("(");
  return p.list(")", () => element(p));
}

/** One of a list of values, or all of another list. */
export function element(p: Parser): Node {
  if (!p.is("...")) return assignment(p);
  const { start } = p;
  p.advance();
  const argument = assignment(p);
  return { type: "SpreadElement", start, end: p.lastEnd, argument };
}

function tagged(p: Parser, tag: Node, start: number, types?: Node): Node {
  const quasi = template(p, true);
  return {
    type: "TaggedTemplateExpression",
    start,
    end: p.lastEnd,
    tag,
    ...(types ? { typeArguments: types } : {}),
    quasi,
  };
}

/**
 * A template literal with what is between its parts.
 *
 * @param mayBeRaw whether escapes may be none, as in a tagged one.
 */
export function template(p: Parser, mayBeRaw = false): Node {
  const { start } = p;
  const { quasis, between } = templateParts(p, expression, mayBeRaw);
  return { type: "TemplateLiteral", start, end: p.lastEnd, quasis, expressions: between };
}

/** What makes a `>` before it the end of type arguments, though it could be a comparison. Source: TypeScript, parser. */
const endsInstantiation: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...([")", "]", "}", ":", ";", ",", "?", "?.", ".", "=>", "=", "end"] as const),
  ...(["==", "===", "!=", "!==", "&&", "||", "??", "&", "|", "^", "*", "/", "%", "**", "in"] as const),
  ...(["instanceof", "<=", ">=", "&&=", "||=", "??="] as const),
]);

/** `f<T>(…)`, `` f<T>`…` `` and `f<T>`. An attempt: fails where `<` compares. */
function withTypeArguments(p: Parser, node: Node, start: number, isWhole: boolean): Node {
  const types = typeArguments(p);
  if (p.is("(") && isWhole) return call(p, node, start, { optional: false, typeArguments: types });
  if (p.is("`")) return tagged(p, node, start, types);
  const isEnd =
    p.is("(") ||
    p.hasLineBefore ||
    endsInstantiation.has(p.kind) ||
    (p.is("name") && (p.word === "as" || p.word === "satisfies"));
  if (!isEnd) p.unexpected();
  return { type: "TSInstantiationExpression", start, end: p.lastEnd, expression: node, typeArguments: types };
}
