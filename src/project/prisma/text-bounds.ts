import type { Field } from "../../spec/fields.js";
import { nativeType } from "./row-keys.js";
import { attribute, type SchemaField } from "./schema.js";

/** The native types of a text whose argument is the number of its characters. Source: Prisma, "Schema reference", String. */
const bounded: ReadonlySet<string> = new Set(["VarChar", "Char", "NVarChar", "NChar", "String"]);

/** How many a text has where its field names no native type: MySQL's is VARCHAR(191), SQL Server's NVARCHAR(1000). */
const usual: Readonly<Record<string, number>> = { mysql: 191, sqlserver: 1000 };

/**
 * How long the text of a field may be: a longer one is an error to the database. Empty where it has no bound that is known.
 *
 * @param provider the database, as the schema calls it.
 */
export function textBound(field: SchemaField, provider: string | undefined): Pick<Field, "maxLength"> {
  const native = nativeType(field);
  const maxLength =
    native === undefined ? usual[provider ?? ""] : bounded.has(native) ? boundOf(field) : undefined;
  return maxLength === undefined ? {} : { maxLength };
}

/** `80` of `@db.VarChar(80)`; none of `@db.VarChar(Max)`. */
function boundOf(field: SchemaField): number | undefined {
  const [text = ""] = attribute(field, "db.")?.args ?? [];
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
