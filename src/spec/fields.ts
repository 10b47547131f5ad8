import type { Problem } from "../errors.js";
import { closest } from "./closest.js";
import type { Range } from "./integers.js";
import type { TextForm } from "./text-forms.js";

/**
 * What a field can be, by the name that `--fields` takes: its type in TypeScript, and what a client is told that sends
 * something else.
 */
export const fieldTypes = {
  string: { type: "string", expected: "a string" },
  int: { type: "number", expected: "a whole number" },
  number: { type: "number", expected: "a number" },
  boolean: { type: "boolean", expected: "true or false" },
  date: { type: "Date", expected: "a date and time as in 2026-01-31T12:00:00Z" },
  uuid: { type: "string", expected: "a UUID" },
  json: { type: "unknown", expected: "a value" },
} as const satisfies Record<string, FieldTypeRow>;

interface FieldTypeRow {
  readonly type: "string" | "number" | "boolean" | "Date" | "unknown";
  readonly expected: string;
}

export type FieldType = keyof typeof fieldTypes;

export const fieldTypeNames = Object.keys(fieldTypes) as FieldType[];

/** A field of a resource: what a body has to have, and what is stored. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** The texts that it can be; none where every value of its type is right. */
  readonly choices: readonly string[];
  readonly isList: boolean;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  /** Which whole numbers it can be: another one is an error to the database. */
  readonly range?: Range;
  /** The form of a text that the database reads as something else. */
  readonly form?: TextForm;
  /** How long a text may be, in UTF-16 code units: a longer one is an error to the database. */
  readonly maxLength?: number;
  /** What a row has there that is made without it; undefined where that cannot be written down, as a time. */
  readonly blank?: Blank;
}

/** A default that is a literal, null, or an empty list. */
export type Blank = string | number | boolean | null | readonly [];

/** What a resource has when nothing is said of it. */
export const defaultFields: readonly Field[] = [textField("title")];

function textField(name: string): Field {
  return { name, type: "string", choices: [], isList: false, isOptional: false, isNullable: false };
}

/** What a field can be called: a name that every place takes without quotes. */
const fieldName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** What the language takes for something else than a member. */
export const noFields: readonly string[] = ["__proto__", "constructor", "prototype"];

/**
 * Reads `title:string,views:int?,note?,status:draft|published,tags:string[]`, and repeated options. A type may be left out: then it
 * is `string`. Every field that is wrong is a problem of its own. Pure.
 */
export function parseFields(texts: readonly string[]): { fields: readonly Field[]; problems: Problem[] } {
  const fields: Field[] = [];
  const problems: Problem[] = [];
  const parts = texts.flatMap((text) => text.split(",")).map((text) => text.trim());
  for (const part of parts.filter((text) => text !== "")) {
    const read = readField(part);
    if ("why" in read) problems.push(invalid(part, read.why, read.hint));
    else if (fields.some(({ name }) => name.toLowerCase() === read.field.name.toLowerCase()))
      problems.push(invalid(part, `there is a field ${read.field.name} already`, "Name each field once."));
    else fields.push(read.field);
  }
  if (texts.length > 0 && fields.length === 0 && problems.length === 0)
    problems.push(invalid("", "no field is named", "Write e.g. title:string,views:int?."));
  return { fields, problems };
}

/** Why a text is none, and what to write. */
interface Unclear {
  readonly why: string;
  readonly hint: string;
}

function readField(text: string): { field: Field } | Unclear {
  // `note?:string` is how TypeScript has it.
  const [, name = "", mark, type = "string"] = /^([^:]*?)(\?)?\s*(?::(.*))?$/.exec(text) ?? [];
  if (!fieldName.test(name.trim()) || noFields.includes(name.trim()))
    return { why: "its name is not one that code can have", hint: "Write e.g. publishedAt:date." };
  if (name.trim() === "id")
    return { why: "the store makes the id", hint: "Leave it out: every resource has one." };
  const [, bare = "", list, optional] = /^(.*?)(\[\])?(\?)?$/.exec(type.trim()) ?? [];
  const kind = kindOf(bare);
  if ("why" in kind) return kind;
  return {
    field: {
      ...textField(name.trim()),
      ...kind,
      isList: list !== undefined,
      isOptional: (mark ?? optional) !== undefined,
    },
  };
}

function kindOf(text: string): Pick<Field, "type" | "choices"> | Unclear {
  const bare = text.replace(/^\((.*)\)$/, "$1");
  if (bare.includes("|")) {
    const choices = bare.split("|").map((choice) => choice.trim().replace(/^(["'])(.*)\1$/, "$2"));
    const isRight = choices.every((choice) => /^[\w .:/-]+$/.test(choice));
    if (isRight && new Set(choices).size === choices.length) return { type: "string", choices };
    return {
      why: "its values are not different words",
      hint: "Write them as in status:draft|published.",
    };
  }
  const name = aliases.get(bare) ?? bare;
  const type = fieldTypeNames.find((each) => each === name);
  if (type) return { type, choices: [] };
  const near = closest(name, fieldTypeNames);
  const known = `The types are ${fieldTypeNames.join(", ")}, and words as in draft|published; [] makes a list of it, ? lets it be left out.`;
  return {
    why: `there is no type "${bare}"`,
    hint: near === undefined ? known : `Did you mean ${near}? ${known}`,
  };
}

/** What other tools and languages call a type. */
const aliases: ReadonlyMap<string, FieldType> = new Map([
  ["text", "string"],
  ["integer", "int"],
  ["float", "number"],
  ["bool", "boolean"],
  ["datetime", "date"],
]);

function invalid(text: string, why: string, hint: string): Problem {
  return { code: "FIELD_INVALID", message: `The field "${text}" is not clear: ${why}.`, hint };
}
