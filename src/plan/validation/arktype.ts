import type { Field, FieldType } from "../../spec/fields.js";
import { isSameRange, safe, type Range } from "../../spec/integers.js";
import { patternName, patterns } from "../../spec/text-forms.js";
import { literal } from "../literals.js";
import { valueFrom } from "../import-lines.js";
import { usualRange, type Key } from "../../spec/key-types.js";
import type { Validator } from "./validator.js";

const types: Readonly<Record<FieldType, string>> = {
  string: "string",
  int: "number.integer & number.safe",
  number: "finite",
  boolean: "boolean",
  uuid: "uuid",
  json: "object | string | number | boolean",
  date: "dateTime",
};
const filled = "string > 0";

/** Types of ArkType 2. It lets through what a type does not name, unless it is told to leave that out. Source: ArkType, "Objects". */
export const arktype: Validator = {
  // It says so itself, as an error of the compiler.
  needsNullChecks: true,
  imports: [valueFrom("arktype", "type")],
  object: "type",
  always: ['"+": "delete"'],
  // Any UUID that a database takes: ArkType calls only those of RFC 9562 by that name.
  shared: {
    ...patterns,
    uuid: "type(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i)",
    // JSON has 1e999, which is Infinity.
    finite: 'type("number").narrow(Number.isFinite).describe("finite")',
    // Its own string.date.iso takes days without a time, times without an offset, and texts that no Date can be made of.
    dateText: 'type("string").narrow(isDateTime).describe("a date and time")',
    dateTime: "dateText.pipe((text) => new Date(text))",
    // "01" is an integer to the other libraries, and to string.integer it is none.
    digits: String.raw`type(/^\d+$/).pipe(Number)`,
    intKey: 'digits.or("number.integer").to("0 <= number <= 2147483647")',
    wholeNumber: 'digits.or("number.integer")',
    signedDigits: String.raw`type(/^-?\d+$/).pipe(Number)`,
    signedNumber: 'signedDigits.or("number.integer")',
  },
  helpers: { date: "partials/schemas/date-time" },
  field: (field) => {
    const key = field.isOptional ? `"${field.name}?"` : field.name;
    return `${key}: ${fieldText(field)}`;
  },
  key: (name, key) => `${name}: ${keyOf(key)}`,
  text: (name) => `${name}: "string = ''"`,
  count: (name, max, otherwise) =>
    `${name}: ["string.integer.parse |> 1 <= number <= ${String(max)}", "=", "${String(otherwise)}"]`,
  partial: (schema) => `${schema}.partial()`,
  infer: (schema) => `typeof ${schema}.infer`,
  parse: "partials/schemas/arktype",
};

function keyOf({ type, range = usualRange }: Key): string {
  if (type === "string") return `"${filled}"`;
  if (type === "uuid") return "uuid";
  if (isSameRange(range, usualRange)) return "intKey";
  return `${range.min < 0 ? "signedNumber" : "wholeNumber"}.to("${within(range, "number")}")`;
}

function within({ min, max }: Range, number: string): string {
  return `${String(min)} <= ${number} <= ${String(max)}`;
}

function fieldText(field: Field): string {
  if (field.form) return built(`type(${patternName(field.form)})`, field);
  if (isShared(field.type)) return built(types[field.type], field);
  return isPlain(field) ? `"${definition(field)}"` : enumerated(field);
}

/** Whether it is one of the shared schemas, which are no words of that language. */
function isShared(type: FieldType): boolean {
  return types[type] in arktype.shared;
}

/** Whether the texts that it can be are words to the language of definitions, too. */
function isPlain({ choices }: Field): boolean {
  return choices.every((choice) => /^[\w .:/-]+$/.test(choice));
}

/** The same for texts that have quotes or bars of their own. */
function enumerated({ choices, isList, isNullable }: Field): string {
  const units = choices.map(literal);
  if (!isList) return `type.enumerated(${[...units, ...(isNullable ? ["null"] : [])].join(", ")})`;
  return built(`type.enumerated(${units.join(", ")})`, { isList, isNullable });
}

/** What is made of a type that is an expression, and no word of the language of definitions. */
function built(one: string, { isList, isNullable }: Pick<Field, "isList" | "isNullable">): string {
  return `${one}${isList ? ".array()" : ""}${isNullable ? '.or("null")' : ""}`;
}

function definition(field: Field): string {
  const { isList, isNullable } = field;
  const one = oneOf(field);
  const whole = isList ? `${/[ ]/.test(one) ? `(${one})` : one}[]` : one;
  return isNullable ? `${/[<>&]/.test(whole) && !isList ? `(${whole})` : whole} | null` : whole;
}

function oneOf({ type, choices, isOptional, isList, range = safe, maxLength }: Field): string {
  if (choices.length > 0) return choices.map((choice) => `'${choice}'`).join(" | ");
  if (type === "int" && !isSameRange(range, safe)) return within(range, "number.integer");
  if (type !== "string") return types[type];
  const isFilled = !isOptional || isList;
  if (maxLength === undefined) return isFilled ? filled : types.string;
  return `${isFilled ? "0 < " : ""}string <= ${String(maxLength)}`;
}
