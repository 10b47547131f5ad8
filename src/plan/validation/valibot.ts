import { fieldTypes, type Field, type FieldType } from "../../spec/fields.js";
import { literals } from "../literals.js";
import type { KeyType } from "../../spec/key-types.js";
import type { Validator } from "./validator.js";

const types: Readonly<Record<FieldType, string>> = {
  string: "v.string()",
  int: "v.pipe(v.number(), v.safeInteger())",
  number: "v.pipe(v.number(), v.finite())",
  boolean: "v.boolean()",
  uuid: "v.pipe(v.string(), v.uuid())",
  json: "v.nonNullish(v.unknown())",
  date: "dateTime",
};
const filled = "v.pipe(v.string(), v.nonEmpty())";
const keys: Readonly<Record<KeyType, string>> = {
  string: filled,
  uuid: types.uuid,
  int: "intKey",
};

/** Schemas of Valibot 1. Source: Valibot, "Schemas", "Pipelines" and "Issues". */
export const valibot: Validator = {
  needsNullChecks: false,
  imports: [{ source: "valibot", name: "*", local: "v", isType: false }],
  object: "v.object",
  always: [],
  shared: {
    // Its own isoTimestamp takes days that no month has, and a blank for the T.
    dateTime: `v.pipe(v.custom<string>(isDateTime, "Expected ${fieldTypes.date.expected}"), v.toDate())`,
    // A path has a text, of which only digits are taken: toNumber makes numbers of "0x1" and " ", too.
    intKey: `v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits(), v.toNumber())], "Expected a whole number"), v.integer(), v.minValue(0), v.maxValue(2147483647))`,
    int32: "v.pipe(v.number(), v.integer(), v.minValue(-2147483648), v.maxValue(2147483647))",
  },
  helpers: { date: "partials/schemas/date-time" },
  field: (field) => `${field.name}: ${wrapped(field)}`,
  key: (name, type) => `${name}: ${keys[type]}`,
  text: (name) => `${name}: v.optional(v.string(), "")`,
  count: (name, max, otherwise) =>
    `${name}: v.pipe(v.optional(v.string(), "${String(otherwise)}"), v.digits(), v.toNumber(), v.minValue(1), v.maxValue(${String(max)}))`,
  partial: (schema) => `v.partial(${schema})`,
  infer: (schema) => `v.InferOutput<typeof ${schema}>`,
  parse: "partials/schemas/valibot",
};

function wrapped(field: Field): string {
  const { isOptional, isNullable, isList } = field;
  const whole = isList ? `v.array(${oneOf(field)})` : oneOf(field);
  if (isOptional) return `v.${isNullable ? "nullish" : "optional"}(${whole})`;
  return isNullable ? `v.nullable(${whole})` : whole;
}

function oneOf({ type, choices, isOptional, isList, is32Bits, maxLength }: Field): string {
  if (choices.length > 0) return `v.picklist(${literals(choices)})`;
  if (type === "int" && is32Bits === true) return "int32";
  if (type !== "string") return types[type];
  const rules = [
    ...(!isOptional || isList ? ["v.nonEmpty()"] : []),
    ...(maxLength === undefined ? [] : [`v.maxLength(${String(maxLength)})`]),
  ];
  return rules.length === 0 ? types.string : `v.pipe(${[types.string, ...rules].join(", ")})`;
}
