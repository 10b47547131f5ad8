import { expect, test } from "vitest";
import { replacedData } from "../../../src/plan/field-views.js";
import { defaultFields, type Field } from "../../../src/spec/fields.js";

/** A field that may be left out. */
function open(name: string, more: Partial<Field> = {}): Field {
  return { ...defaultFields[0]!, name, isOptional: true, ...more };
}

test("a new state has what a new one would have where it says nothing", () => {
  const fields = [
    ...defaultFields,
    open("note", { isNullable: true, blank: null }),
    open("status", { blank: 'the "first"' }),
    open("tags", { isList: true, blank: [] }),
    open("madeBy"),
  ];
  expect(replacedData(fields)).toBe(
    `{ ...input, note: input.note ?? null, status: input.status ?? 'the "first"', tags: input.tags ?? [] }`,
  );
});

test("a null that was sent is not what was left out", () => {
  expect(replacedData([open("views", { type: "int", isNullable: true, blank: 0 })])).toBe(
    "{ ...input, views: input.views === undefined ? 0 : input.views }",
  );
});
