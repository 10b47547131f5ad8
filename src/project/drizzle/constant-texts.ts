import { declarationOf, type Found, type Modules } from "../access/modules.js";
import { bare, nameOf, part, parts, word } from "../../syntax/module-syntax.js";

/**
 * The texts of a list that stands in the code: `["a", "b"]`, a constant that is one, the values of an enum of TypeScript;
 * undefined for what only a run can tell.
 */
export function textsIn({ node: typed, module }: Found, modules: Modules): string[] | undefined {
  const node = bare(typed);
  if (node.type === "Identifier") {
    const found = declarationOf(nameOf(node) ?? "", module, modules);
    return found && found.node !== node ? textsIn(found, modules) : undefined;
  }
  if (node.type === "TSEnumDeclaration") {
    const body = part(node, "body");
    return body && allTexts(parts(body, "members").map((member) => textOf(part(member, "initializer"))));
  }
  if (node.type === "ObjectExpression") {
    return allTexts(parts(node, "properties").map((property) => textOf(part(property, "value"))));
  }
  if (node.type !== "ArrayExpression") return undefined;
  return allTexts(parts(node, "elements").map(textOf));
}

function textOf(node: Parameters<typeof part>[0] | undefined): string | undefined {
  return node?.type === "Literal" ? word(node, "value") : undefined;
}

function allTexts(texts: readonly (string | undefined)[]): string[] | undefined {
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}
