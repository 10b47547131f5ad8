import { assignment } from "./expressions.js";
import { functionBody, parameters } from "./functions.js";
import { identifier } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { returnType } from "./return-types.js";
import { typeParameters } from "./type-parameters.js";

interface ArrowHead {
  readonly isAsync?: boolean;
  readonly typeParameters?: Node;
  readonly returnType?: Node;
  /** Whether it stands between `?` and `:`. */
  readonly isConsequent: boolean;
}

/** The arrow function that starts here, unless that is a single name, or no arrow function. */
export function arrowHere(p: Parser, isConsequent: boolean): Node | undefined {
  if (p.is("(")) return p.ahead(() => mayBeParameters(p)) ? attemptArrow(p, false, isConsequent) : undefined;
  if (p.is("<")) return mayBeGeneric(p) ? attemptArrow(p, false, isConsequent) : undefined;
  if (!p.is("name") || p.word !== "async" || p.end - p.start !== "async".length) return undefined;
  if (p.isNextOnLine(() => p.is("<") || (p.is("(") && mayBeParameters(p))))
    return attemptArrow(p, true, isConsequent);
  if (!p.isNextOnLine(() => p.is("name") && p.isNext("=>"))) return undefined;
  const { start } = p;
  p.advance();
  return arrowOf(p, start, [identifier(p)], { isAsync: true, isConsequent });
}

/** From its parameters on: the arrow and its body. */
export function arrowOf(p: Parser, start: number, params: Node[], head: ArrowHead): Node {
  const { isAsync: async = false, typeParameters: generics, returnType: answers, isConsequent } = head;
  if (p.hasLineBefore) p.unexpected();
  p.expect("=>");
  const expression = !p.is("{");
  const inside = { mayReturn: true, mayAwait: async, mayYield: false };
  const body = p.within(inside, () => (expression ? assignment(p, isConsequent) : functionBody(p)));
  return {
    type: "ArrowFunctionExpression",
    start,
    end: p.lastEnd,
    async,
    expression,
    ...(generics ? { typeParameters: generics } : {}),
    params,
    ...(answers ? { returnType: answers } : {}),
    body,
  };
}

/**
 * Its head decides; the body is read once. Only where a `:` may be that of a conditional, the whole decides: another one has
 * to follow. Source: TypeScript, parser (a return type in the true branch of a conditional).
 */
function attemptArrow(p: Parser, isAsync: boolean, isConsequent: boolean): Node | undefined {
  const { start } = p;
  const read = p.attempt(isConsequent ? "arrow before a colon" : "arrow", () => {
    const head = arrowHead(p, isAsync, isConsequent);
    if (!isConsequent || !head.returnType) return head;
    const arrow = arrowOf(p, start, head.params, head);
    if (!p.is(":")) p.unexpected();
    return { ...head, arrow };
  });
  if (!read) return undefined;
  return "arrow" in read ? read.arrow : arrowOf(p, start, read.params, read);
}

function arrowHead(p: Parser, isAsync: boolean, isConsequent: boolean): ArrowHead & { params: Node[] } {
  if (isAsync) p.advance();
  const generics = p.is("<") ? typeParameters(p) : undefined;
  const params = parameters(p);
  const answers = p.is(":") ? returnType(p) : undefined;
  if (!p.is("=>") || p.hasLineBefore) p.unexpected();
  return {
    isAsync,
    isConsequent,
    params,
    ...(generics ? { typeParameters: generics } : {}),
    ...(answers ? { returnType: answers } : {}),
  };
}

/** Whether a `(` can be that of parameters, by the next few tokens: most are not, and need no attempt. */
function mayBeParameters(p: Parser): boolean {
  p.advance();
  switch (p.kind) {
    case ")":
      p.advance();
      return p.is("=>") || p.is(":");
    case "...":
    case "[":
    case "{":
    case "@":
    case "this":
      return true;
    case "name":
      p.advance();
      if (!p.is(")")) return p.is(",") || p.is(":") || p.is("=") || p.is("?");
      p.advance();
      return p.is("=>") || p.is(":");
    default:
      return false;
  }
}

/** Whether a `<` can start an arrow function: with JSX, only what is no tag. Source: TypeScript, parser. */
function mayBeGeneric(p: Parser): boolean {
  if (!p.language.jsx) return true;
  return p.ahead(() => {
    p.advance();
    if (p.is("const")) return true;
    if (!p.is("name")) return false;
    p.advance();
    if (!p.is("extends")) return p.is(",") || p.is("=");
    p.advance();
    return !p.is("=") && !p.is(">") && !p.is("/");
  });
}
