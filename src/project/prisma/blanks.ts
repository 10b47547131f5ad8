import type { Blank } from "../../spec/fields.js";
import { stringOf } from "./schema-tokens.js";
import { attribute, type Schema, type SchemaField } from "./schema.js";

/**
 * What a row has in a field that it is made without; undefined for what only the database or the client knows. Source: Prisma
 * schema reference, `@default()`. Pure.
 */
export function blankOf(field: SchemaField, enums: Schema["enums"]): Blank | undefined {
  const made = attribute(field, "default");
  // A null in JSON is not the null of the database.
  if (made) return literalIn(made.args, field, enums);
  if (field.isList) return [];
  return field.isOptional && field.type !== "Json" ? null : undefined;
}

function literalIn(
  args: readonly string[],
  { type, isList }: SchemaField,
  enums: Schema["enums"],
): Blank | undefined {
  const text = args.join("");
  if (isList) return text === "[]" ? [] : undefined;
  const choices = enums.get(type);
  if (choices) return choices.includes(text) ? text : undefined;
  if (type === "String") return args.length === 1 ? stringOf(text) : undefined;
  if (type === "Boolean") return text === "true" || (text === "false" ? false : undefined);
  const isNumber = ["Int", "Float", "Decimal"].includes(type) && /^-?\d+(\.\d+)?$/.test(text);
  if (!isNumber) return undefined;
  return type === "Decimal" ? text : Number(text);
}
