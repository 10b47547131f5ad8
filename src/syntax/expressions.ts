import { arrowHere, arrowOf } from "./arrows.js";
import { callOrMember } from "./members.js";
import { privateName } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { toTarget } from "./targets.js";
import type { TokenKind } from "./token-kinds.js";
import { castType, type } from "./types.js";

/** How tightly an operator with two sides binds. Source: ECMA-262, 13.6 to 13.13; `as` and `satisfies` bind as `<`. */
const bindsAt: ReadonlyMap<TokenKind, number> = new Map(
  (
    [
      ["??"],
      ["||"],
      ["&&"],
      ["|"],
      ["^"],
      ["&"],
      ["==", "!=", "===", "!=="],
      ["<", ">", "<=", ">=", "instanceof", "in"],
      ["<<", ">>", ">>>"],
      ["+", "-"],
      ["*", "/", "%"],
      ["**"],
    ] satisfies TokenKind[][]
  ).flatMap((operators, index) => operators.map((operator): [TokenKind, number] => [operator, index + 1])),
);
const relation = 8;
const power = 12;

const assigning: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(["=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^="] as const),
  ...(["&&=", "||=", "??="] as const),
]);

/** One or more expressions with commas between them. */
export function expression(p: Parser): Node {
  const { start } = p;
  const first = assignment(p);
  if (!p.is(",")) return first;
  const expressions = [first];
  while (p.eat(",")) expressions.push(assignment(p));
  return { type: "SequenceExpression", start, end: p.lastEnd, expressions };
}

/**
 * An expression without a comma.
 *
 * @param isConsequent whether it stands between `?` and `:`, where the `:` behind an arrow's parameters may be that one.
 */
export function assignment(p: Parser, isConsequent = false): Node {
  const { start } = p;
  if (p.is("name") && p.word === "yield" && p.inside.mayYield) return yieldExpression(p);
  const arrow = arrowHere(p, isConsequent);
  if (arrow) return arrow;
  const left = conditional(p);
  if (p.is("=>") && left.type === "Identifier" && left.start === start && !p.hasLineBefore)
    return arrowOf(p, start, [left], { isConsequent });
  if (p.is(">")) p.joinGreater();
  if (!assigning.has(p.kind)) return left;
  const operator = p.kind;
  if (operator !== "=" && /^(Object|Array)/.test(left.type)) p.fail("Assigning to rvalue", left.start);
  const target = toTarget(p, left);
  p.advance();
  const right = assignment(p, isConsequent);
  return { type: "AssignmentExpression", start, end: p.lastEnd, operator, left: target, right };
}

function yieldExpression(p: Parser): Node {
  const { start } = p;
  p.advance();
  const ends = p.isEndOfStatement || [")", "]", ":", ","].includes(p.kind);
  const delegate = !ends && p.eat("*");
  const argument = ends ? null : assignment(p);
  return { type: "YieldExpression", start, end: p.lastEnd, delegate, argument };
}

function conditional(p: Parser): Node {
  const { start } = p;
  const test = binary(p, 0);
  if (!p.is("?")) return test;
  p.advance();
  const consequent = assignment(p, true);
  p.expect(":");
  const alternate = assignment(p);
  return { type: "ConditionalExpression", start, end: p.lastEnd, test, consequent, alternate };
}

/** An expression of operators that bind tighter than a level. */
function binary(p: Parser, level: number): Node {
  const { start } = p;
  let left = p.is("private name") ? privateName(p) : unary(p);
  for (;;) {
    if (p.is(">")) p.joinGreater();
    if (p.is("name")) {
      if (level >= relation || p.hasLineBefore || (p.word !== "as" && p.word !== "satisfies")) return left;
      left = typed(p, left, start);
      continue;
    }
    const operator = p.kind;
    const binds = bindsAt.get(operator);
    if (binds === undefined || binds <= level) return left;
    p.advance();
    // `a ** b ** c` is `a ** (b ** c)`.
    const right = binary(p, binds === power ? power - 1 : binds);
    const type = binds <= 3 && operator !== "|" ? "LogicalExpression" : "BinaryExpression";
    left = { type, start, end: p.lastEnd, left, operator, right };
  }
}

/** `x as T`, `x satisfies T`. */
function typed(p: Parser, value: Node, start: number): Node {
  const kind = p.word === "as" ? "TSAsExpression" : "TSSatisfiesExpression";
  p.advance();
  const typeAnnotation = kind === "TSAsExpression" ? castType(p) : type(p);
  return { type: kind, start, end: p.lastEnd, expression: value, typeAnnotation };
}

function unary(p: Parser): Node {
  const { start, kind } = p;
  switch (kind) {
    case "!":
    case "~":
    case "+":
    case "-":
    case "typeof":
    case "void":
    case "delete": {
      p.advance();
      const argument = unary(p);
      return { type: "UnaryExpression", start, end: p.lastEnd, operator: kind, prefix: true, argument };
    }
    case "++":
    case "--": {
      p.advance();
      const argument = toTarget(p, unary(p));
      return { type: "UpdateExpression", start, end: p.lastEnd, operator: kind, prefix: true, argument };
    }
    case "<":
      return p.language.jsx ? updated(p) : assertion(p);
    case "name":
      if (p.word === "await" && p.inside.mayAwait) {
        p.advance();
        const argument = unary(p);
        return { type: "AwaitExpression", start, end: p.lastEnd, argument };
      }
      return updated(p);
    default:
      return updated(p);
  }
}

/** `<T>x`, the older way to say `x as T`. */
function assertion(p: Parser): Node {
  const { start } = p;
  p.advance();
  const typeAnnotation = castType(p);
  p.expect(">");
  const value = unary(p);
  return { type: "TSTypeAssertion", start, end: p.lastEnd, typeAnnotation, expression: value };
}

function updated(p: Parser): Node {
  const { start } = p;
  const argument = callOrMember(p);
  const operator = p.kind;
  if ((operator !== "++" && operator !== "--") || p.hasLineBefore) return argument;
  const target = toTarget(p, argument);
  p.advance();
  return { type: "UpdateExpression", start, end: p.lastEnd, operator, prefix: false, argument: target };
}
