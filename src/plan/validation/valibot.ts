import { fieldTypes, type Field, type FieldType } from "../../spec/fields.js";
import { isSameRange, safe, signed, type Range } from "../../spec/integers.js";
import { patternName, patterns } from "../../spec/text-forms.js";
import { literals } from "../literals.js";
import { usualRange, type Key } from "../../spec/key-types.js";
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

/** Schemas of Valibot 1. Source: Valibot, "Schemas", "Pipelines" and "Issues". */
export const valibot: Validator = {
  needsNullChecks: false,
  imports: [{ source: "valibot", name: "*", local: "v", isType: false }],
  object: "v.object",
  always: [],
  shared: {
    ...patterns,
    // Its own isoTimestamp takes days that no month has, and a blank for the T.
    dateTime: `v.pipe(v.custom<string>(isDateTime, "Expected ${fieldTypes.date.expected}"), v.toDate())`,
    // A path has a text, of which only digits are taken: toNumber makes numbers of "0x1" and " ", too.
    intKey: `v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits(), v.toNumber())], "Expected a whole number"), v.integer(), v.minValue(0), v.maxValue(2147483647))`,
    wholeNumber: `v.union([v.number(), v.pipe(v.string(), v.digits(), v.toNumber())], "Expected a whole number")`,
    signedNumber: String.raw`v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+$/), v.toNumber())], "Expected a whole number")`,
    int32: "v.pipe(v.number(), v.integer(), v.minValue(-2147483648), v.maxValue(2147483647))",
  },
  helpers: { date: "partials/schemas/date-time" },
  field: (field) => `${field.name}: ${wrapped(field)}`,
  key: (name, key) => `${name}: ${keyOf(key)}`,
  text: (name) => `${name}: v.optional(v.string(), "")`,
  count: (name, max, otherwise) =>
    `${name}: v.pipe(v.optional(v.string(), "${String(otherwise)}"), v.digits(), v.toNumber(), v.minValue(1), v.maxValue(${String(max)}))`,
  partial: (schema) => `v.partial(${schema})`,
  infer: (schema) => `v.InferOutput<typeof ${schema}>`,
  parse: "partials/schemas/valibot",
};

function keyOf({ type, range = usualRange }: Key): string {
  if (type === "string") return filled;
  if (type === "uuid") return types.uuid;
  if (isSameRange(range, usualRange)) return "intKey";
  return `v.pipe(${[range.min < 0 ? "signedNumber" : "wholeNumber", ...rulesOf(range)].join(", ")})`;
}

function intOf(range: Range = safe): string {
  if (isSameRange(range, signed(32))) return "int32";
  return `v.pipe(${["v.number()", ...rulesOf(range)].join(", ")})`;
}

function rulesOf({ min, max }: Range): string[] {
  const isOpen = max === safe.max;
  return [
    isOpen ? "v.safeInteger()" : "v.integer()",
    ...(min === safe.min ? [] : [`v.minValue(${String(min)})`]),
    ...(isOpen ? [] : [`v.maxValue(${String(max)})`]),
  ];
}

function wrapped(field: Field): string {
  const { isOptional, isNullable, isList } = field;
  const whole = isList ? `v.array(${oneOf(field)})` : oneOf(field);
  if (isOptional) return `v.${isNullable ? "nullish" : "optional"}(${whole})`;
  return isNullable ? `v.nullable(${whole})` : whole;
}

function oneOf({ type, choices, isOptional, isList, range, form, maxLength }: Field): string {
  if (choices.length > 0) return `v.picklist(${literals(choices)})`;
  if (type === "int") return intOf(range);
  if (type !== "string") return types[type];
  if (form) return `v.pipe(${types.string}, v.regex(${patternName(form)}))`;
  const rules = [
    ...(!isOptional || isList ? ["v.nonEmpty()"] : []),
    ...(maxLength === undefined ? [] : [`v.maxLength(${String(maxLength)})`]),
  ];
  return rules.length === 0 ? types.string : `v.pipe(${[types.string, ...rules].join(", ")})`;
}
