import { nameOf, part, parts, word, type SyntaxNode } from "../../syntax/module-syntax.js";
import type { Field } from "../../spec/fields.js";

/** What `$type<…>()` says of a column. */
export interface OwnType {
  readonly type: Field["type"];
  readonly choices: readonly string[];
  readonly isList: boolean;
}

const keywords: Readonly<Record<string, Field["type"]>> = {
  TSStringKeyword: "string",
  TSNumberKeyword: "number",
  TSBooleanKeyword: "boolean",
  TSUnknownKeyword: "json",
  TSAnyKeyword: "json",
};

/** Reads the type of a `$type<…>()`; undefined for one that is more than a text, a number, a union of texts or a list of these. */
export function ownTypeOf(call: SyntaxNode): OwnType | undefined {
  const [type] = typeArguments(call);
  return type && typeIn(type);
}

function typeIn(type: SyntaxNode): OwnType | undefined {
  const keyword = keywords[type.type];
  if (keyword) return { type: keyword, choices: [], isList: false };
  const element = type.type === "TSArrayType" ? part(type, "elementType") : elementOf(type);
  const inner = element && typeIn(element);
  if (inner) return inner.isList ? undefined : { ...inner, isList: true };
  const members = type.type === "TSUnionType" ? parts(type, "types") : [type];
  const choices = members.map((member) => {
    const literal = member.type === "TSLiteralType" ? part(member, "literal") : undefined;
    return literal?.type === "Literal" ? word(literal, "value") : undefined;
  });
  const known = choices.filter((choice) => choice !== undefined);
  return known.length === choices.length ? { type: "string", choices: known, isList: false } : undefined;
}

/** `Array<string>`. */
function elementOf(type: SyntaxNode): SyntaxNode | undefined {
  const isArray = type.type === "TSTypeReference" && nameOf(part(type, "typeName")) === "Array";
  return isArray ? typeArguments(type)[0] : undefined;
}

function typeArguments(node: SyntaxNode): SyntaxNode[] {
  const list = part(node, "typeArguments") ?? part(node, "typeParameters");
  return list ? parts(list, "params") : [];
}
