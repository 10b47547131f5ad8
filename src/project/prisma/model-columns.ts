import type { Field } from "../../spec/fields.js";
import { wordsOf } from "../../spec/words.js";
import { isSecret } from "../secret-names.js";
import type { Unfit } from "../unfit.js";
import { keyType, rowKeyOf, type KeyField, type RowKey } from "./row-keys.js";
import { attribute, namesIn, type Model, type Schema, type SchemaField } from "./schema.js";

/** What a model is to a data module. */
export interface ModelColumns {
  readonly id: RowKey;
  /** What is written: without what makes itself, as the id and the times of a row, and without relations. */
  readonly fields: readonly Field[];
  /** All that a row has. */
  readonly scalars: readonly string[];
  /** What nobody is to read: passwords, and what opens a door like one. */
  readonly secrets: readonly string[];
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

/** Prisma's types of a column, as JSON has them. A Decimal is read as a number, and answered as a text. */
const types: Readonly<Record<string, Field["type"]>> = {
  String: "string",
  Int: "int",
  Float: "number",
  Decimal: "number",
  Boolean: "boolean",
  DateTime: "date",
  Json: "json",
};

/** What routes read and write of a model, or why they cannot. Pure. */
export function columnsOf(model: Model, { models, enums }: Schema): ModelColumns | Unfit {
  const isRelation = ({ type }: SchemaField) => models.some(({ name }) => name === type);
  const own = model.fields.filter((field) => !isRelation(field) && !attribute(field, "ignore"));
  const scalars = own.filter(({ type }) => type in types || enums.has(type));
  const id = rowKeyOf(model, own);
  if ("why" in id) return id;
  const foreign = own.find((field) => !scalars.includes(field) && !isLeftOut(field));
  if (foreign) return unfitFor(model, foreign);
  const relations = model.fields.flatMap((field) => attribute(field, "relation") ?? []);
  return {
    id,
    fields: scalars
      .filter((field) => !isMade(field) && (field.name !== id.name || id.madeBy === "sender"))
      .map((field) => fieldOf(field, enums)),
    scalars: scalars.map(({ name }) => name),
    secrets: scalars.map(({ name }) => name).filter(isSecret),
    keys: scalars.flatMap((field) => {
      const type = keyType(field);
      return type === undefined || field.isList ? [] : [{ name: field.name, type }];
    }),
    isHeld: models.some((other) => isHeldBy(other, model)),
    references: [...new Set(relations.flatMap((relation) => namesIn(relation, "fields")))],
    createdAt: scalars.find(isTimeOfCreation)?.name,
    hasUniqueKeys:
      id.madeBy === "sender" ||
      own.some((field) => attribute(field, "unique")) ||
      attribute(model, "unique") !== undefined,
  };
}

/**
 * A column of a type that is not known is nothing to routes where a new row can do without. The client knows none of
 * `Unsupported`; big integers and bytes it answers with, and JSON cannot hold them.
 */
function isLeftOut(field: SchemaField): boolean {
  if (notInJson.includes(field.type)) return false;
  return field.isOptional || field.isList || attribute(field, "default") !== undefined;
}

const notInJson = ["BigInt", "Bytes"];

function unfitFor({ name }: Model, field: SchemaField): Unfit {
  return notInJson.includes(field.type)
    ? {
        why: `${name}.${field.name} is ${field.type}, which JSON cannot hold`,
        way: `Give it another type, or leave it out of the client with @ignore`,
      }
    : {
        why: `${name}.${field.name} is ${field.type}, which no request can send, and a new row needs it`,
        way: `Make it optional, or give it a default`,
      };
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

function fieldOf(field: SchemaField, enums: Schema["enums"]): Field {
  const { name, type, isList } = field;
  return {
    name,
    type: types[type] ?? "string",
    choices: enums.get(type) ?? [],
    isList,
    // A list that is left out is empty.
    isOptional: field.isOptional || isList || attribute(field, "default") !== undefined,
    // Prisma tells a null in JSON from none at all; one null in a body cannot.
    isNullable: field.isOptional && type !== "Json",
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
