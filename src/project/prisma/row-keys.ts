import type { KeyType } from "../../spec/key-types.js";
import type { Unfit } from "../unfit.js";
import { attribute, namesIn, type Model, type SchemaField } from "./schema.js";

/** A scalar by which rows are found. `uuid` is a column that refuses every other text. */
export interface KeyField {
  readonly name: string;
  readonly type: KeyType;
}

/** What tells one row from another. */
export interface RowKey extends KeyField {
  /** Who makes it: the schema by a default, the data module as a UUID, or whoever sends a new row. */
  readonly madeBy: "schema" | "module" | "sender";
}

/** The id of a model, or why it has none that a path could name. Pure. */
export function rowKeyOf(model: Model, own: readonly SchemaField[]): RowKey | Unfit {
  const composite = attribute(model, "id");
  const names = composite ? namesIn(composite) : [];
  const field = own.find((each) => attribute(each, "id") ?? (names.length === 1 && names[0] === each.name));
  if (!field) {
    const found = names.length > 1 ? `its id is ${names.join(" and ")} together` : "it has no @id";
    return {
      why: `routes name a row of ${model.name} by one id, and ${found}`,
      way: `Give ${model.name} a field with @id`,
    };
  }
  const type = keyType(field);
  if (type === undefined) {
    const native = nativeType(field);
    return {
      why: `the id of ${model.name} is ${field.type}${native === undefined ? "" : ` @db.${native}`}, which routes cannot look up`,
      way: "Use a model whose id is a String or an Int",
    };
  }
  const isGenerated = attribute(field, "default") !== undefined;
  return { name: field.name, type, madeBy: isGenerated ? "schema" : type === "uuid" ? "module" : "sender" };
}

/**
 * A field as a key; undefined for what is none. An ObjectId of MongoDB is a text that refuses others, and no UUID. Source:
 * Prisma, the native types of PostgreSQL and of SQL Server.
 */
export function keyType(field: SchemaField): KeyField["type"] | undefined {
  if (field.isList) return undefined;
  if (field.type === "Int") return "int";
  if (field.type !== "String" || nativeType(field) === "ObjectId") return undefined;
  return isUuid(field) ? "uuid" : "string";
}

/** Whether a text, or each of a list, is refused by the database if it is no UUID. */
export function isUuid(field: SchemaField): boolean {
  const native = nativeType(field);
  return native === "Uuid" || native === "UniqueIdentifier";
}

/** `Uuid` of `@db.Uuid`. */
export function nativeType(field: SchemaField): string | undefined {
  return attribute(field, "db.")?.name.slice("db.".length);
}
