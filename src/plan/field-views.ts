import { fieldTypes, type Field } from "../spec/fields.js";
import { isSameRange, safe, signed, type Range } from "../spec/integers.js";
import { patternName, textForms } from "../spec/text-forms.js";
import { capitalize, singularOf } from "../spec/words.js";
import type { FieldView } from "../view/view-keys.js";
import { freeVariable } from "./identifiers.js";
import { literal } from "./literals.js";
import { remembered } from "../remembered.js";

/** The fields of a resource as checks meet that are written out. Pure. */
export const fieldViews = remembered(viewsOf);

function viewsOf(fields: readonly Field[]): readonly FieldView[] {
  const taken = new Set(["given", "issues"]);
  return fields.map((field) => {
    const { name } = field;
    const local = freeVariable([name, `given${capitalize(name)}`], taken);
    const type = typeOf(field);
    const isRight = condition(field, local);
    const open = [
      ...(field.isOptional ? [`${local} === undefined`] : []),
      ...(field.isNullable ? [`${local} === null`] : []),
    ];
    return {
      name,
      type,
      member: field.isOptional ? `${name}?: ${type} | undefined` : `${name}: ${type}`,
      local,
      has: `has${capitalize(name)}`,
      isRight: valid(field, local, [...open, isRight]),
      isRightChange: valid({ ...field, isOptional: true }, local, [
        ...new Set([`${local} === undefined`, ...open]),
        isRight,
      ]),
      issue: literal(`${name}: expected ${expected(field)}`),
    };
  });
}

/** The pattern that takes the fields out of a body. */
export function fieldPattern(views: readonly FieldView[]): string {
  return `{ ${views.map(({ name, local }) => (name === local ? name : `${name}: ${local}`)).join(", ")} }`;
}

/** The fields of a new one, of variables that were found to be right. */
export function newData(fields: readonly Field[], views: readonly FieldView[]): string {
  return `{ ${members(fields, views).join(", ")} }`;
}

/** The same for changes: what was left out is not among them. */
export function changedData(fields: readonly Field[], views: readonly FieldView[]): string {
  const there = fields.map((field) => ({ ...field, isOptional: false }));
  const given = members(there, views).map(
    (member, index) => `...(${views[index]?.local ?? ""} !== undefined && { ${member} })`,
  );
  return `{ ${given.join(", ")} }`;
}

/**
 * Changes that make a whole new state of `input`: what it leaves out is as in a new one, as far as that can be written down.
 * Source: RFC 9110, 9.3.4.
 */
export function replacedData(fields: readonly Field[]): string {
  const blanks = fields.flatMap(({ name, blank, isOptional, isNullable }) => {
    if (blank === undefined || !isOptional) return [];
    const value = typeof blank === "string" ? literal(blank) : JSON.stringify(blank);
    // A null that was sent is one.
    const isSent = isNullable && blank !== null;
    return isSent
      ? `${name}: input.${name} === undefined ? ${value} : input.${name}`
      : `${name}: input.${name} ?? ${value}`;
  });
  return `{ ${["...input", ...blanks].join(", ")} }`;
}

function members(fields: readonly Field[], views: readonly FieldView[]): string[] {
  return fields.map((field, index) => {
    const { name = field.name, local = field.name } = views[index] ?? {};
    if (field.type === "date") return `${name}: ${asDate(field, local)}`;
    return name === local ? name : `${name}: ${local}`;
  });
}

function asDate({ isList, isOptional, isNullable }: Field, local: string): string {
  if (isList) {
    const dates = `${local}.map((text) => new Date(text))`;
    return isOptional || isNullable ? dates.replace(".", "?.") : dates;
  }
  return isOptional || isNullable
    ? `typeof ${local} === "string" ? new Date(${local}) : ${local}`
    : `new Date(${local})`;
}

function typeOf({ type, choices, isList, isNullable }: Field): string {
  const one = choices.length > 0 ? choices.map(literal).join(" | ") : fieldTypes[type].type;
  const whole = isList ? (choices.length > 1 ? `(${one})[]` : `${one}[]`) : one;
  // Null is one of the values of JSON.
  return isNullable && whole !== "unknown" ? `${whole} | null` : whole;
}

/** Whether a value is right, apart from its being left out. */
function condition(field: Field, local: string): string {
  if (!field.isList) return oneOf(field, local, !field.isOptional);
  const [item = "item"] = singularOf([local]);
  const each = freeVariable([item, "item"], new Set([local]));
  return `Array.isArray(${local}) && ${local}.every((${each}) => ${oneOf(field, each, true)})`;
}

/** Of JSON, only what is missing is wrong. */
function valid(
  { type, isList, isOptional, isNullable }: Field,
  local: string,
  any: readonly string[],
): string {
  if (type !== "json" || isList || (isOptional && isNullable)) return anyOf(any);
  return [
    ...(isOptional ? [] : [`${local} !== undefined`]),
    ...(isNullable ? [] : [`${local} !== null`]),
  ].join(" && ");
}

function oneOf({ type, choices, range, form, maxLength }: Field, local: string, isFilled: boolean): string {
  if (choices.length > 0) return choices.map((choice) => `${local} === ${literal(choice)}`).join(" || ");
  switch (type) {
    case "string":
      if (form) return `typeof ${local} === "string" && ${patternName(form)}.test(${local})`;
      return [
        `typeof ${local} === "string"`,
        ...(isFilled ? [`${local} !== ""`] : []),
        ...(maxLength === undefined ? [] : [`${local}.length <= ${String(maxLength)}`]),
      ].join(" && ");
    case "int":
      return `typeof ${local} === "number" && ${isInRange(local, range)}`;
    case "number":
      return `typeof ${local} === "number" && Number.isFinite(${local})`;
    case "boolean":
      return `typeof ${local} === "boolean"`;
    case "date":
      return `isDateTime(${local})`;
    case "uuid":
      return `isUuid(${local})`;
    case "json":
      return `${local} !== undefined && ${local} !== null`;
  }
}

function isInRange(local: string, range: Range = safe): string {
  const { min, max } = range;
  if (max === safe.max) {
    return `Number.isSafeInteger(${local})${min === safe.min ? "" : ` && ${local} >= ${String(min)}`}`;
  }
  const isWithin = isSameRange(range, signed(32))
    ? `Math.abs(${local}) <= ${String(max)}`
    : `${local} >= ${String(min)} && ${local} <= ${String(max)}`;
  return `Number.isInteger(${local}) && ${isWithin}`;
}

function anyOf(conditions: readonly string[]): string {
  if (conditions.length === 1) return conditions.join("");
  return conditions.map((each) => (each.includes(" && ") ? `(${each})` : each)).join(" || ");
}

function expected({ type, choices, isList, isOptional, form, maxLength }: Field): string {
  const words = choices.map((choice) => JSON.stringify(choice));
  const last = words.pop();
  if (last !== undefined) {
    const named = words.length === 0 ? last : `${words.join(", ")} or ${last}`;
    return isList ? `a list of ${named}` : named;
  }
  const isFilled = type === "string" && (!isOptional || isList);
  const bound =
    type === "string" && maxLength !== undefined ? ` of at most ${String(maxLength)} characters` : "";
  const one = form
    ? textForms[form].expected
    : `${isFilled ? "a non-empty string" : fieldTypes[type].expected}${bound}`;
  return isList ? `a list, each ${one}` : one;
}

/** Whether the only field is a text that has to be there: then there is one thing to be said. */
export function isOneText(fields: readonly Field[]): boolean {
  const [only, ...others] = fields;
  return (
    only?.type === "string" &&
    only.maxLength === undefined &&
    only.form === undefined &&
    others.length === 0 &&
    only.choices.length === 0 &&
    !only.isList &&
    !only.isOptional &&
    !only.isNullable
  );
}
