import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOptions, type OptionName, type OptionRow } from "../../../src/options.js";
import { habitNames, habitTable, type HabitName } from "../../../src/spec/habits.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { parseSettings, settingNames, withSettings } from "../../../src/spec/settings.js";
import { noOptions } from "../../support/no-options.js";
import { schemaFaults } from "../../support/schema-faults.js";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 2000);

describe("the schema of the settings", () => {
  test("takes what the tool takes", () => {
    const settings = {
      $schema: "./node_modules/create-api-route/schemas/settings.schema.json",
      base: "src/app/(public)/api",
      auth: true,
      template: "basic",
      fallbacks: false,
      format: false,
      habits: { request: "NextRequest", handlers: "withAuth", imports: "@/*", guard: "anything at all" },
    };
    expect(schemaFaults("settings", settings)).toEqual([]);
    for (const each of [{}, { habits: {} }, { auth: "none" }, { auth: false }]) {
      expect(schemaFaults("settings", each)).toEqual([]);
    }
  });

  test.each<[value: unknown, fault: string]>([
    [[], "the document must be object"],
    ["posts", "the document must be object"],
    [{ bse: "app" }, 'must NOT have additional properties {"additionalProperty":"bse"}'],
    [{ dryRun: true }, "must NOT have additional properties"],
    [{ base: 1 }, "/base must be string"],
    [{ fallbacks: "no" }, "/fallbacks must be boolean"],
    [{ template: "rest" }, "/template must be equal to one of the allowed values"],
    [{ auth: "password" }, "/auth must be equal to one of the allowed values"],
    [{ $schema: 1 }, "/$schema must be string"],
    [{ habits: "none" }, "/habits must be object"],
    [{ habits: { qoutes: "single" } }, "/habits must NOT have additional properties"],
    [{ habits: { quotes: "backtick" } }, "/habits/quotes must be equal to one of the allowed values"],
    [{ habits: { indent: 2 } }, "/habits/indent must be string"],
    [{ habits: { indent: "1" } }, "/habits/indent must"],
  ])("refuses %j", (value, fault) => {
    const faults = schemaFaults("settings", value);
    expect(faults.join("\n")).toContain(fault);
  });

  test("and the tool agree", () => {
    let taken = 0;
    fc.assert(
      fc.property(anySettings, (settings) => {
        const isAccepted = schemaFaults("settings", settings).length === 0;
        expect(isAccepted, JSON.stringify(settings)).toBe(isTaken(settings));
        if (isAccepted) taken += 1;
      }),
      { numRuns },
    );
    // Neither of the two is rare among them.
    expect(Math.abs(taken / numRuns - 0.5)).toBeLessThan(0.3);
  });

  test("names choices in one spelling; the tool takes others too", () => {
    for (const settings of [{ template: "Basic" }, { auth: " Bearer " }]) {
      expect(isTaken(settings)).toBe(true);
      expect(schemaFaults("settings", settings)).not.toEqual([]);
    }
  });
});

/** Whether the tool has nothing against settings: what they say of a route is read with the route. */
function isTaken(value: unknown): boolean {
  const { settings, problems } = parseSettings(value, "the file");
  if (problems.length > 0) return false;
  const options = withSettings(noOptions, settings);
  const { template, auth, fallbacks } = options;
  const open = { dynamic: undefined, catchAll: undefined, optional: false, crud: false };
  const parsed = parseRouteSpecs({ routes: ["posts"], methods: [], ...open, template, auth, fallbacks });
  return parsed.problems.length === 0;
}

const anyValue = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>;

const rows: Readonly<Record<OptionName, OptionRow>> = createOptions;
const choicesOf = (name: OptionName) => rows[name].choices?.map((choice) => choice.name) ?? [];

/** What an option takes: of its choices, only the one spelling. */
function optionValue(name: OptionName): fc.Arbitrary<unknown> {
  const names = choicesOf(name);
  const text = names.length > 0 ? fc.constantFrom(...names) : fc.string();
  const { value } = rows[name];
  if (value === "flag" || value === "negated") return fc.boolean();
  return value === "optional-text" ? fc.oneof(text, fc.boolean()) : text;
}

/** What a habit takes. */
function habitValue(name: HabitName): fc.Arbitrary<string> {
  return fc.constantFrom(habitTable[name].builtIn, ...habitTable[name].values);
}

/** An object that has some of the keys, each with a value of its own. */
function someOf<Name extends string>(names: readonly Name[], valueOf: (name: Name) => fc.Arbitrary<unknown>) {
  const values = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
  return fc.record<Record<string, unknown>>(values, { requiredKeys: [] });
}

/** What is the value of an open habit, or nearly. */
const nearly = fc.constantFrom(
  "withAuth",
  "a.b",
  "log(error)",
  "type Params",
  "@/*",
  "{ ok }",
  "3",
  2,
  204,
  true,
);

const sound = fc
  .record(
    {
      options: someOf(settingNames, optionValue),
      $schema: fc.string(),
      habits: someOf(habitNames, habitValue),
    },
    { requiredKeys: ["options"] },
  )
  .map(({ options, ...rest }): Record<string, unknown> => ({ ...options, ...rest }));

const oneHabit = fc.record({
  name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom<string>(...habitNames) }, fc.string()),
  value: fc.oneof(nearly, anyValue),
});

const oneSetting = fc
  .record({
    name: fc.oneof(fc.constantFrom("habits", ...settingNames, ...Object.keys(createOptions)), fc.string()),
    value: fc.oneof(anyValue, fc.boolean(), fc.string()),
  })
  // The tool takes other spellings too, and asks nothing of what it does not read.
  .filter(({ name, value }) => name !== "$schema" && !isOtherSpelling(name, value));

function isOtherSpelling(name: string, value: unknown): boolean {
  const names = name in rows ? choicesOf(name as OptionName) : [];
  return typeof value === "string" && !names.includes(value) && names.includes(value.trim().toLowerCase());
}

/** Settings that are sound, and settings with one thing in them that may be anything. */
const anySettings: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: sound },
  {
    weight: 5,
    arbitrary: fc
      .tuple(sound, oneSetting)
      .map(([settings, { name, value }]) => ({ ...settings, [name]: value })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(sound, someOf(habitNames, habitValue), oneHabit)
      .map(([settings, habits, { name, value }]) => ({ ...settings, habits: { ...habits, [name]: value } })),
  },
  anyValue,
);
