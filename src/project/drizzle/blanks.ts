import type { Blank } from "../../spec/fields.js";
import { bare, part, parts, word, type SyntaxNode } from "../../syntax/module-syntax.js";
import type { Chain } from "./chains.js";

/**
 * What a row has in a column by `default()`, as far as it is a literal; undefined for an expression of SQL, and for what only a
 * run can tell. Source: Drizzle ORM, "Column types", "Default value". Pure.
 */
export function literalDefault({ rest }: Chain): Blank | undefined {
  const value = rest.findLast(({ name }) => name === "default")?.args[0];
  return value && blankIn(bare(value));
}

function blankIn(node: SyntaxNode): Blank | undefined {
  if (node.type === "ArrayExpression") return parts(node, "elements").length === 0 ? [] : undefined;
  if (node.type === "UnaryExpression" && word(node, "operator") === "-") {
    const argument = part(node, "argument");
    const value = argument && blankIn(argument);
    return typeof value === "number" ? -value : undefined;
  }
  const value: unknown = node.type === "Literal" && "value" in node ? node.value : undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : undefined;
}
