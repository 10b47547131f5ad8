import type { Field } from "../../spec/fields.js";
import { wordsOf } from "../../spec/words.js";
import { isDeletionMark } from "../deletion-marks.js";
import { isPrivilege } from "../privilege-names.js";
import { isSecret } from "../secret-names.js";
import type { Unfit } from "../unfit.js";
import { blankOf } from "./blanks.js";
import { textBound } from "./text-bounds.js";
import { isUuid, keyOf, rangeOf, rowKeyOf, type KeyField, type RowKey } from "./row-keys.js";
import { attribute, namesIn, type Model, type Schema, type SchemaField } from "./schema.js";

/** What a model is to a data module. */
export interface ModelColumns {
  readonly id: RowKey;
  /** What is written: without what makes itself, as the id and the times of a row, and without relations. */
  readonly fields: readonly Field[];
  /** What an answer may have; undefined if that is all of a row. */
  readonly shown: readonly string[] | undefined;
  /** The scalars that could be those of parents in the path: texts and whole numbers. */
  readonly keys: readonly KeyField[];
  /** The scalars that refer to rows of other models, e.g. `authorId`. */
  readonly references: readonly string[];
  /** Whether rows of other models can refer to a row so that it has to stay. */
  readonly isHeld: boolean;
  /** The time at which a row came to be. */
  readonly createdAt: string | undefined;
  /** Whether a new row, or a change of one, can be refused because another row has its values. */
  readonly hasUniqueKeys: boolean;
}

/** Prisma's types of a column, as JSON has them. A Decimal is a text there, as the client prints it: no number of JavaScript has all of it. */
const types: Readonly<Record<string, Field["type"]>> = {
  String: "string",
  Int: "int",
  Float: "number",
  Decimal: "string",
  Boolean: "boolean",
  DateTime: "date",
  Json: "json",
};

/** What routes read and write of a model, or all that keeps them from it. Pure. */
export function columnsOf(model: Model, { models, enums, provider }: Schema): ModelColumns | Unfit[] {
  const isRelation = ({ type }: SchemaField) => models.some(({ name }) => name === type);
  const own = model.fields.filter((field) => !isRelation(field) && !attribute(field, "ignore"));
  const names = own.map(({ name }) => name);
  const id = rowKeyOf(model, own, provider);
  const isId = ({ name }: SchemaField) => "name" in id && name === id.name;
  const scalars = own.filter((field) => field.type in types || enums.has(field.type));
  const shown = scalars.filter((field) => isId(field) || !isSecretField(field));
  const lost = own.filter((field) => !shown.includes(field) && !attribute(field, "id") && isNeeded(field));
  const faults = [...("why" in id ? [id] : []), ...lost.map(lostField(model))];
  if (faults.length > 0 || "why" in id) return faults;
  const relations = model.fields.flatMap((field) => attribute(field, "relation") ?? []);
  // The client knows no field that is `Unsupported`: there is nothing to hide.
  const isAll = own.every((field) => shown.includes(field) || field.type === "Unsupported");
  return {
    id,
    fields: shown
      .filter((field) => !isMade(field) && (!isId(field) || id.madeBy === "sender"))
      .filter(
        (field) =>
          isNeeded(field) || !(isPrivilege(model.name, field.name, names) || isDeletionMark(field.name)),
      )
      .map((field) => fieldOf(field, enums, provider)),
    shown: isAll ? undefined : shown.map(({ name }) => name),
    keys: scalars.flatMap((field) => {
      const key = keyOf(field, provider);
      return key === undefined ? [] : [{ ...key, name: field.name }];
    }),
    references: [...new Set(relations.flatMap((relation) => namesIn(relation, "fields")))],
    isHeld: models.some((other) => isHeldBy(other, model)),
    createdAt: shown.find(isTimeOfCreation)?.name,
    hasUniqueKeys:
      id.madeBy === "sender" ||
      own.some((field) => attribute(field, "unique")) ||
      attribute(model, "unique") !== undefined,
  };
}

/** A secret is stored in a form of its own, and read by whoever checks it: neither is a matter of these routes. */
function isSecretField({ name, type }: SchemaField): boolean {
  const held = types[type];
  return held !== undefined && isSecret(name, held);
}

/** Whether a new row cannot do without it. */
function isNeeded(field: SchemaField): boolean {
  return !field.isOptional && !field.isList && attribute(field, "default") === undefined;
}

function lostField(model: Model) {
  return (field: SchemaField): Unfit => ({
    why: isSecretField(field)
      ? `${model.name} needs ${field.name} for every row, and a secret is not stored as a client sends it`
      : `${model.name} needs ${field.name} for every row, and JSON cannot hold its type, ${field.type}`,
    way: "Make it optional, give it a default, or write the store by hand",
  });
}

/** What nobody sends: the time of a row's creation, and that of its last change. */
function isMade(field: SchemaField): boolean {
  return attribute(field, "updatedAt") !== undefined || isNow(field);
}

function isNow(field: SchemaField): boolean {
  const [made = "", , inside = ""] = attribute(field, "default")?.args ?? [];
  return made === "now" || (made === "dbgenerated" && /\bnow\(|current_timestamp/i.test(inside));
}

function isTimeOfCreation(field: SchemaField): boolean {
  const [first = ""] = wordsOf(field.name);
  return field.type === "DateTime" && isNow(field) && !field.isOptional && /^(creat|insert)/.test(first);
}

function fieldOf(field: SchemaField, enums: Schema["enums"], provider: Schema["provider"]): Field {
  const { name, type, isList } = field;
  const blank = blankOf(field, enums);
  return {
    name,
    type: isUuid(field) ? "uuid" : (types[type] ?? "string"),
    choices: enums.get(type) ?? [],
    isList,
    // A list that is left out is empty.
    isOptional: field.isOptional || isList || attribute(field, "default") !== undefined,
    // Prisma tells a null in JSON from none at all; one null in a body cannot.
    isNullable: field.isOptional && type !== "Json",
    ...rangeOf(field, provider),
    ...(type === "Decimal" ? { form: "decimal" as const } : {}),
    ...(type === "String" ? textBound(field, provider) : {}),
    ...(blank === undefined ? {} : { blank }),
  };
}

/**
 * Whether another model refers to this one, and its rows keep what they refer to. Source: Prisma, "Referential actions", their
 * defaults: `Restrict` where the reference is required, else `SetNull`.
 */
function isHeldBy(other: Model, { name }: Model): boolean {
  return other.fields.some((field) => {
    const relation = field.type === name ? attribute(field, "relation") : undefined;
    const keys = relation ? namesIn(relation, "fields") : [];
    if (!relation || keys.length === 0) return false;
    const { args } = relation;
    const action = args[args.indexOf("onDelete") + 2];
    if (args.includes("onDelete")) return action === "Restrict" || action === "NoAction";
    return other.fields.some((each) => keys.includes(each.name) && !each.isOptional);
  });
}
