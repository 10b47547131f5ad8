import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOptions } from "../../../src/options.js";
import { parseSettings, settingNames } from "../../../src/spec/settings.js";
import {
  anyHabit,
  anyValue,
  isOtherSpelling,
  optionValue,
  someHabits,
  someOf,
} from "../../support/option-values.js";
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
    for (const each of [
      { allow: "/api/auth/*" },
      { allow: ["POST /api/[id]", "/"] },
      {},
      { habits: {} },
      { auth: "none" },
      { auth: false },
    ]) {
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
    [{ template: "REST api" }, "/template must be equal to one of the allowed values"],
    [{ template: 1 }, "/template must be string"],
    [{ auth: "password" }, "/auth must be equal to one of the allowed values"],
    [{ allow: ["api"] }, "/allow"],
    [{ allow: "POTS /api" }, "/allow"],
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

function isTaken(value: unknown): boolean {
  return parseSettings(value, "the file").problems.length === 0;
}

const sound = fc
  .record(
    {
      options: someOf(settingNames, (name) => optionValue(name)),
      $schema: fc.string(),
      habits: someHabits,
    },
    { requiredKeys: ["options"] },
  )
  .map(({ options, ...rest }): Record<string, unknown> => ({ ...options, ...rest }));

const oneSetting = fc
  .record({
    name: fc.oneof(fc.constantFrom("habits", ...settingNames, ...Object.keys(createOptions)), fc.string()),
    value: fc.oneof(anyValue, fc.boolean(), fc.string()),
  })
  // The tool takes other spellings too, and asks nothing of what it does not read.
  .filter(({ name, value }) => name !== "$schema" && !isOtherSpelling(name, value));

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
      .tuple(sound, someHabits, anyHabit)
      .map(([settings, habits, habit]) => ({ ...settings, habits: { ...habits, ...habit } })),
  },
  anyValue,
);
