import fc from "fast-check";
import type { OptionRow } from "../../src/option-row.js";
import { allOptions, type AnyOptionName } from "../../src/options.js";
import { habitNames, habitTable, type HabitName } from "../../src/spec/habits.js";

const rows: Readonly<Record<AnyOptionName, OptionRow>> = allOptions;
const choicesOf = (name: AnyOptionName) => rows[name].choices?.map((choice) => choice.name) ?? [];

/** Anything that JSON can say. */
export const anyValue = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>;

/** What an option takes in JSON: of its choices, only the one spelling. */
export function optionValue(
  name: AnyOptionName,
  open: fc.Arbitrary<string> = fc.string(),
): fc.Arbitrary<unknown> {
  const names = choicesOf(name);
  const { form } = rows[name];
  const formed = form && fc.stringMatching(new RegExp(form.pattern));
  const text = names.length > 0 ? fc.constantFrom(...names) : (formed ?? open);
  switch (rows[name].value) {
    case "flag":
    case "negated":
      return fc.boolean();
    case "text":
      return text;
    case "optional-text":
      return fc.oneof(text, fc.boolean());
    case "list":
      return fc.oneof(text, fc.array(text, { maxLength: 3 }));
  }
}

/**
 * Whether a value is one of an option's choices in another spelling, which the tool takes too; or one that a project could
 * add to them, which the tool then knows.
 */
export function isOtherSpelling(name: string, value: unknown): boolean {
  const names = name in rows ? choicesOf(name as AnyOptionName) : [];
  const more = name in rows ? rows[name as AnyOptionName].moreChoices : undefined;
  if (typeof value === "string" && more?.test(value) === true && !names.includes(value)) return true;
  return typeof value === "string" && !names.includes(value) && names.includes(value.trim().toLowerCase());
}

/** An object that has some of the keys, each with a value of its own. */
export function someOf<Name extends string>(
  names: readonly Name[],
  valueOf: (name: Name) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record<Record<string, unknown>>(Object.fromEntries(names.map((name) => [name, valueOf(name)])), {
    requiredKeys: [],
  });
}

/** Habits, each with a value that it can have. */
export const someHabits = someOf(habitNames, (name: HabitName) =>
  fc.constantFrom(habitTable[name].builtIn, ...habitTable[name].values),
);

/** A habit with a value that it may have or not: what a habit that is open takes, or nearly, and all else. */
export const anyHabit = fc
  .record({
    name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom<string>(...habitNames) }, fc.string()),
    value: fc.oneof(
      fc.constantFrom("withAuth", "a.b", "log(error)", "type Params", "@/*", "{ ok }", "3", 2, 204, true),
      anyValue,
    ),
  })
  .map(({ name, value }): Record<string, unknown> => ({ [name]: value }));
