import type { Field } from "../spec/fields.js";
import { textForms } from "../spec/text-forms.js";
import { literal } from "./literals.js";

/**
 * A value that a field can have, as an expression. Pure.
 *
 * @param text what a field of plain text holds.
 */
export function sampleExpression(field: Field, text: string): string {
  const value = oneValue(field, text);
  const whole = typeof value === "string" ? literal(value) : JSON.stringify(value);
  const one = field.type === "date" ? `new Date(${whole})` : whole;
  return field.isList ? `[${one}]` : one;
}

/** The same as a client sends it. */
export function sampleValue(field: Field, text: string): unknown {
  const one = oneValue(field, text);
  return field.isList ? [one] : one;
}

const sampleDate = "2026-01-31T12:00:00Z";

/** One of several UUIDs, by a number of one digit. */
export function sampleUuid(number: number): string {
  return `3f2504e0-4f89-41d3-9a0c-0305e82c330${String(number)}`;
}

function oneValue({ type, choices: [choice], form, maxLength }: Field, text: string): unknown {
  if (choice !== undefined) return choice;
  switch (type) {
    case "string":
      return form ? textForms[form].samples[0] : text.slice(0, maxLength);
    case "int":
    case "number":
      return 1;
    case "boolean":
      return true;
    case "date":
      return sampleDate;
    case "uuid":
      return sampleUuid(1);
    case "json":
      return {};
  }
}
