import type { Field, FieldType } from "../../spec/fields.js";
import { isSameRange, safe, signed, type Range } from "../../spec/integers.js";
import { patternName, patterns, type TextForm } from "../../spec/text-forms.js";
import { literals } from "../literals.js";
import { valueFrom } from "../import-lines.js";
import { usualRange, type Key } from "../../spec/key-types.js";
import type { Validator } from "./validator.js";

/** What version 4 has of its own for the form of a text. */
const iso: Readonly<Partial<Record<TextForm, string>>> = {
  day: "z.iso.date()",
  time: "z.iso.time()",
};

/** Schemas of zod 3 and 4. Source: zod, "Defining schemas" and the migration guide of version 4. */
export function zod(major: number): Validator {
  const isLate = major >= 4;
  const types: Readonly<Record<FieldType, string>> = {
    string: "z.string()",
    int: isLate ? "z.int()" : "z.number().int().safe()",
    // JSON has 1e999, which is Infinity.
    number: isLate ? "z.number()" : "z.number().finite()",
    boolean: "z.boolean()",
    // Any UUID that a database takes: zod 4 calls only those of RFC 9562 by that name.
    uuid: isLate ? "z.guid()" : "z.string().uuid()",
    json: "jsonValue",
    date: "dateTime",
  };
  const int32 = isLate ? "z.int32()" : "int32";
  const int = (range: Range = safe) => {
    if (isSameRange(range, signed(32))) return int32;
    const isOpen = range.max === safe.max;
    const least = range.min === safe.min ? "" : `.min(${String(range.min)})`;
    const most = isOpen ? "" : `.max(${String(range.max)})`;
    return `${isOpen || isLate ? types.int : "z.number().int()"}${least}${most}`;
  };
  const keyOf = ({ type, range = usualRange }: Key) => {
    if (type === "string") return "z.string().min(1)";
    if (type === "uuid") return types.uuid;
    if (isSameRange(range, usualRange)) return "intKey";
    return `${range.min < 0 ? "signedNumber" : "wholeNumber"}.pipe(${int(range)})`;
  };

  const oneOf = ({ type, choices, isOptional, isList, range, form, maxLength }: Field) => {
    if (choices.length > 0) return `z.enum(${literals(choices)})`;
    if (type === "int") return int(range);
    if (type !== "string") return types[type];
    if (form) return (isLate ? iso[form] : undefined) ?? `${types.string}.regex(${patternName(form)})`;
    const min = !isOptional || isList ? ".min(1)" : "";
    return `${types.string}${min}${maxLength === undefined ? "" : `.max(${String(maxLength)})`}`;
  };
  const whole = (field: Field) => (field.isList ? `z.array(${oneOf(field)})` : oneOf(field));
  const ending = ({ isOptional, isNullable }: Field) =>
    isOptional && isNullable ? ".nullish()" : isOptional ? ".optional()" : isNullable ? ".nullable()" : "";

  return {
    needsNullChecks: false,
    imports: [valueFrom("zod", "z")],
    object: "z.object",
    always: [],
    shared: {
      ...patterns,
      dateTime: `${isLate ? "z.iso" : "z.string()"}.datetime({ offset: true }).pipe(z.coerce.date())`,
      // A null is let through where the field may be null. What may be undefined may be left out, to version 3.
      jsonValue: isLate
        ? "z.json().refine((value) => value !== null)"
        : "z.custom<NonNullable<unknown>>((value) => value !== undefined && value !== null)",
      ...(isLate ? {} : { int32: "z.number().int().min(-2147483648).max(2147483647)" }),
      // Not coerced: that would make 1 of true, and 2 of [2]. A path has a text, a body may have a number.
      digits: String.raw`z.string().regex(/^\d+$/).transform(Number)`,
      intKey: `z.union([z.number(), digits]).pipe(${int32}.min(0))`,
      wholeNumber: "z.union([z.number(), digits])",
      signedDigits: String.raw`z.string().regex(/^-?\d+$/).transform(Number)`,
      signedNumber: "z.union([z.number(), signedDigits])",
    },
    helpers: {},
    field: (field) => `${field.name}: ${whole(field)}${ending(field)}`,
    key: (name, key) => `${name}: ${keyOf(key)}`,
    text: (name) => `${name}: z.string().default("")`,
    count: (name, max, otherwise) =>
      `${name}: z.coerce.number().int().min(1).max(${String(max)}).default(${String(otherwise)})`,
    partial: (schema) => `${schema}.partial()`,
    infer: (schema) => `z.infer<typeof ${schema}>`,
    parse: isLate ? "partials/schemas/zod" : "partials/schemas/zod-3",
  };
}
