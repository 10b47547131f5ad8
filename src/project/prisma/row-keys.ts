import type { Field } from "../../spec/fields.js";
import { fromZero, signed, unsigned, type Range } from "../../spec/integers.js";
import type { Key } from "../../spec/key-types.js";
import type { Unfit } from "../unfit.js";
import { attribute, namesIn, type Model, type Schema, type SchemaField } from "./schema.js";

/** A scalar by which rows are found. `uuid` is a column that refuses every other text. */
export interface KeyField extends Key {
  readonly name: string;
}

/** What tells one row from another. */
export interface RowKey extends KeyField {
  /** Who makes it: the schema by a default, the data module as a UUID, or whoever sends a new row. */
  readonly madeBy: "schema" | "module" | "sender";
}

/** The id of a model, or why it has none that a path could name. Pure. */
export function rowKeyOf(
  model: Model,
  own: readonly SchemaField[],
  provider: Schema["provider"],
): RowKey | Unfit {
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
  const key = keyOf(field, provider);
  if (key === undefined) {
    const native = nativeType(field);
    return {
      why: `the id of ${model.name} is ${field.type}${native === undefined ? "" : ` @db.${native}`}, which routes cannot look up`,
      way: "Use a model whose id is a String or an Int",
    };
  }
  const isGenerated = attribute(field, "default") !== undefined;
  if (isGenerated) return { ...key, name: field.name, madeBy: "schema" };
  if (key.type === "uuid") return { ...key, name: field.name, madeBy: "module" };
  // What a body may set, the path has to take.
  return { ...key, ...rangeOf(field, provider), name: field.name, madeBy: "sender" };
}

/**
 * A field as a key; undefined for what is none. An ObjectId of MongoDB is a text that refuses others, and no UUID. Source:
 * Prisma, the native types of PostgreSQL and of SQL Server.
 */
export function keyOf(field: SchemaField, provider: Schema["provider"]): Key | undefined {
  if (field.isList) return undefined;
  const { range } = rangeOf(field, provider);
  if (range) return { type: "int", range: fromZero(range) };
  if (field.type !== "String" || nativeType(field) === "ObjectId") return undefined;
  return { type: isUuid(field) ? "uuid" : "string" };
}

/** The native types of an Int that hold less than the client does. Source: Prisma, "Schema reference", Int. */
const natives: Readonly<Record<string, Range>> = {
  SmallInt: signed(16),
  TinyInt: signed(8),
  MediumInt: signed(24),
  UnsignedInt: fromZero(signed(32)),
  UnsignedMediumInt: unsigned(24),
  UnsignedSmallInt: unsigned(16),
  UnsignedTinyInt: unsigned(8),
  Year: { min: 1901, max: 2155 },
};

/** Which whole numbers a field can hold: an Int has 32 bits to Prisma. Empty for another field. */
export function rangeOf(field: SchemaField, provider: Schema["provider"]): Pick<Field, "range"> {
  if (field.type !== "Int") return {};
  const native = nativeType(field) ?? "";
  // That of SQL Server has no sign.
  if (native === "TinyInt" && provider === "sqlserver") return { range: unsigned(8) };
  return { range: natives[native] ?? signed(32) };
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
