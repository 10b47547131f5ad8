import { expect, test } from "vitest";
import { patterns, textForms, type TextForm } from "../../../src/spec/text-forms.js";

const moments = ["2026-01-31 12:00:00", "2026-01-31T12:00:00.123", "2026-01-31 12:00"];

test.each<[TextForm, readonly string[], readonly string[]]>([
  ["decimal", ["0", "-12.50", "007", "1.5e-8"], ["", "abc", "NaN", "Infinity", "1,5", ".", "1e999999"]],
  ["day", ["2026-01-31"], ["", "2026-13-01", "2026-01-32", "2026-01-31T00:00:00Z", "today", "0"]],
  ["time", ["12:00", "23:59:59.123"], ["", "24:00:00", "12:60", "12"]],
  ["timestamp", moments, ["", "now", "2026-01-31", "2026-01-31T12:00:00Z"]],
  [
    "moment",
    [...moments, "2026-01-31T12:00:00Z", "2026-01-31 12:00:00+00", "2026-01-31 12:00:00+05:30"],
    ["", "now", "infinity", "2026-01-31"],
  ],
])("what is a %s", (form, right, wrong) => {
  const pattern = new RegExp(textForms[form].pattern.slice(1, -1));
  expect([...right, ...textForms[form].samples].filter((text) => !pattern.test(text))).toEqual([]);
  expect(wrong.filter((text) => pattern.test(text))).toEqual([]);
});

test("a pattern is on one line: to break long lines, nothing else is known of them", () => {
  for (const [name, pattern] of Object.entries(patterns))
    expect(`const ${name} = ${pattern};`.length, name).toBeLessThanOrEqual(80);
});
