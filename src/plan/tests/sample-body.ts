import type { Field } from "../../spec/fields.js";
import { textForms } from "../../spec/text-forms.js";
import { literal } from "../literals.js";
import { sampleExpression, sampleUuid } from "../sample-values.js";

/** What the tests of a resource send: expressions of the fields that its items are made from. */
export interface SampleBody {
  /** An object literal that a new item can be made of, and the type that it has to be given; undefined if it has it. */
  readonly input: string;
  readonly isTyped: boolean;
  /** One field of it, changed. */
  readonly changes: string;
  /** The same field with a value that it cannot have, as a member, and its name. */
  readonly invalid: string;
  readonly field: string;
  /** Whether a field is a date: in JSON it is another value than in the store. */
  readonly hasDates: boolean;
}

/**
 * A body that the data module takes, changes to it, and one that it refuses. Pure.
 *
 * @param label what an item is called in a sentence.
 */
export function sampleBody(fields: readonly Field[], label: string): SampleBody {
  const changed = fields.find(isPlainText) ?? fields[0] ?? noField;
  const members = fields.map((field) => `${field.name}: ${sampleExpression(field, `First ${label}`)}`);
  return {
    input: `{ ${members.join(", ")} }`,
    // A constant would make any string of a choice, and of an optional field one that is always there.
    isTyped: fields.some(
      ({ choices, isOptional, isNullable }) => choices.length > 0 || isOptional || isNullable,
    ),
    changes: `{ ${changed.name}: ${otherExpression(changed, label)} }`,
    invalid: `${changed.name}: ${changed.type === "string" ? "1" : '"x"'}`,
    field: changed.name,
    hasDates: fields.some(({ type }) => type === "date"),
  };
}

const noField: Field = {
  name: "title",
  type: "string",
  choices: [],
  isList: false,
  isOptional: false,
  isNullable: false,
};

function isPlainText({ type, choices, isList, form }: Field): boolean {
  return type === "string" && choices.length === 0 && !isList && !form;
}

/** Another value than the one of the sample, where the field has two. */
function otherExpression(field: Field, label: string): string {
  const [first, second = first] = field.choices;
  if (first !== undefined) return sampleExpression({ ...field, choices: [second ?? first] }, "");
  const other = {
    string: field.form && literal(textForms[field.form].samples[1]),
    int: "2",
    number: "2.5",
    boolean: "false",
    uuid: literal(sampleUuid(2)),
    json: "{ other: true }",
    date: 'new Date("2027-01-31T12:00:00Z")',
  }[field.type];
  if (other === undefined) return sampleExpression(field, `Other ${label}`);
  return field.isList ? `[${other}]` : other;
}
