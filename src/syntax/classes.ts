import { classMember } from "./class-members.js";
import { identifier } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { heritage, instance, typeParameters } from "./type-parameters.js";

interface ClassKind {
  readonly decorated?: Node[];
  readonly abstract?: boolean;
  readonly declare?: boolean;
  /** Whether it makes its name known: a declaration. `default` may have none. */
  readonly declares?: "name" | "default";
  readonly start?: number;
}

/** A class from its `class` on. */
export function classHere(
  p: Parser,
  { decorated = [], abstract = false, declare = false, declares, start = p.start }: ClassKind,
): Node {
  p.expect("class");
  const isNamed = declares === "name" || (p.is("name") && !p.isWord("implements"));
  const id = isNamed ? identifier(p) : null;
  const generics = p.is("<") ? typeParameters(p) : undefined;
  const above = superClass(p);
  const promised = p.eatWord("implements") ? heritage(p, "TSClassImplements") : [];
  const body = classBody(p);
  return {
    type: declares ? "ClassDeclaration" : "ClassExpression",
    start,
    end: p.lastEnd,
    ...(decorated.length > 0 ? { decorators: decorated } : {}),
    abstract,
    declare,
    id,
    ...(generics ? { typeParameters: generics } : {}),
    ...above,
    ...(promised.length > 0 ? { implements: promised } : {}),
    body,
  };
}

function superClass(p: Parser): { superClass: Node | null; superTypeArguments?: Node } {
  if (!p.eat("extends")) return { superClass: null };
  const { named, typeArguments } = instance(p);
  return { superClass: named, ...(typeArguments ? { superTypeArguments: typeArguments } : {}) };
}

function classBody(p: Parser): Node {
  const { start } = p;
  p.expect("{");
  const body: Node[] = [];
  while (!p.is("}")) if (!p.eat(";")) body.push(classMember(p));
  p.advance();
  return { type: "ClassBody", start, end: p.lastEnd, body };
}
