import { callOrMember } from "./members.js";
import { identifier } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { inCondition, type } from "./types.js";

/** `<T, const U extends V = W>`. */
export function typeParameters(p: Parser): Node {
  p.refuseWithoutTypes();
  const { start } = p;
  p.expect("<");
  const params = inCondition(p, false, () => listed(p, () => typeParameter(p)));
  return { type: "TSTypeParameterDeclaration", start, end: p.lastEnd, params };
}

function typeParameter(p: Parser): Node {
  const { start } = p;
  const words = new Set<string>();
  while (p.is("const") || p.is("in") || (p.isWord("out") && p.isNext("name"))) {
    words.add(p.word);
    p.advance();
  }
  const name = identifier(p);
  const constraint = p.eat("extends") ? type(p) : undefined;
  const standard = p.eat("=") ? type(p) : undefined;
  return {
    type: "TSTypeParameter",
    start,
    end: p.lastEnd,
    ...Object.fromEntries([...words].map((word) => [word, true])),
    name,
    ...(constraint ? { constraint } : {}),
    ...(standard ? { default: standard } : {}),
  };
}

/** `<A, B>` behind a name. */
export function typeArguments(p: Parser): Node {
  if (p.is("<<")) p.splitLess();
  const { start } = p;
  p.expect("<");
  const params = inCondition(p, false, () => listed(p, () => type(p)));
  return { type: "TSTypeParameterInstantiation", start, end: p.lastEnd, params };
}

/** One or more, to a `>`. */
function listed(p: Parser, read: () => Node): Node[] {
  return p.is(">") ? p.unexpected() : p.list(">", read);
}

/** What an interface or class says to be: names with type arguments, up to the `{`. */
export function heritage(p: Parser, kind: "TSInterfaceHeritage" | "TSClassImplements"): Node[] {
  const found: Node[] = [];
  do {
    const { start } = p;
    const { named: expression, typeArguments: given } = instance(p);
    const parts = given ? { expression, typeArguments: given } : { expression };
    found.push({ type: kind, start, end: p.lastEnd, ...parts });
  } while (p.eat(","));
  return found;
}

/** A class or interface that something is built on, with its type arguments: a `{` may follow. */
export function instance(p: Parser): { named: Node; typeArguments?: Node } {
  const whole = callOrMember(p);
  if (whole.type === "TSInstantiationExpression")
    return { named: whole["expression"] as Node, typeArguments: whole["typeArguments"] as Node };
  return p.is("<") || p.is("<<") ? { named: whole, typeArguments: typeArguments(p) } : { named: whole };
}
