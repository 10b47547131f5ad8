import { expression } from "./expressions.js";
import { parameters } from "./functions.js";
import { identifier, propertyKey } from "./names.js";
import { endsKey } from "./objects.js";
import type { Node, Parser } from "./parser.js";
import { returnType } from "./return-types.js";
import { typeParameters } from "./type-parameters.js";
import { typeAnnotation } from "./types.js";

/** `{ a: A; b(): B }` as a type. */
export function objectType(p: Parser): Node {
  const { start } = p;
  const members = typeMembers(p);
  return { type: "TSTypeLiteral", start, end: p.lastEnd, members };
}

/** The members of an interface, or of an object type, with their brackets. */
export function typeMembers(p: Parser): Node[] {
  p.expect("{");
  const found: Node[] = [];
  while (!p.is("}")) found.push(member(p));
  p.advance();
  return found;
}

function member(p: Parser): Node {
  const { start } = p;
  if (p.is("(") || p.is("<")) return signatureMember(p, "TSCallSignatureDeclaration", start);
  if (p.is("new") && (p.isNext("(") || p.isNext("<"))) {
    p.advance();
    return signatureMember(p, "TSConstructSignatureDeclaration", start);
  }
  const readonly = p.isWord("readonly") && isModifier(p) && p.eatWord("readonly");
  if (p.is("[") && isIndexSignature(p))
    return { ...indexSignature(p, start), ...(readonly ? { readonly } : {}) };
  const accessor = (p.isWord("get") || p.isWord("set")) && isModifier(p) ? p.word : undefined;
  if (accessor !== undefined) p.advance();
  const { key, computed } = propertyKey(p, expression);
  const optional = p.eat("?");
  const common = { computed, key, optional, readonly };
  if (p.is("(") || p.is("<")) {
    const kind = accessor ?? "method";
    const { params, ...rest } = signatureOf(p, ":");
    return { ...ended(p, "TSMethodSignature", start), ...common, kind, params, ...rest };
  }
  const typed = p.is(":") ? { typeAnnotation: typeAnnotation(p) } : {};
  return { ...ended(p, "TSPropertySignature", start), ...common, ...typed };
}

/** Takes the sign behind a member, which belongs to it. */
function ended(p: Parser, type: string, start: number): Node {
  if (!p.eat(",")) p.semicolon();
  return { type, start, end: p.lastEnd };
}

function isModifier(p: Parser): boolean {
  return p.isNextOnLine(() => !endsKey(p));
}

function signatureMember(p: Parser, type: string, start: number): Node {
  const signature = signatureOf(p, ":");
  return { ...ended(p, type, start), ...signature };
}

/** Type parameters, parameters, and the type of what is answered, if it is said. */
export function signatureOf(
  p: Parser,
  before: ":" | "=>",
): { typeParameters?: Node; params: Node[]; returnType?: Node } {
  const generics = p.is("<") ? typeParameters(p) : undefined;
  const params = parameters(p);
  const answers = p.is(before) ? returnType(p, before) : undefined;
  return {
    ...(generics ? { typeParameters: generics } : {}),
    params,
    ...(answers ? { returnType: answers } : {}),
  };
}

/** Whether a `[` is that of `[key: string]: T`, and not of a computed name. */
export function isIndexSignature(p: Parser): boolean {
  return p.ahead(() => {
    p.advance();
    if (!p.is("name")) return false;
    p.advance();
    return p.is(":");
  });
}

/** `[key: string]: T`, and the sign behind it. */
export function indexSignature(p: Parser, start: number): Node {
  p.expect("[");
  const name = identifier(p);
  const said = typeAnnotation(p);
  const parameter = { ...name, end: p.lastEnd, typeAnnotation: said };
  p.expect("]");
  const typed = p.is(":") ? { typeAnnotation: typeAnnotation(p) } : {};
  return { ...ended(p, "TSIndexSignature", start), parameters: [parameter], ...typed };
}
