import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routeFields } from "../../../src/options.js";
import { publishedSchema, schemaUrl } from "../../../src/schemas/published.js";
import { specsOf } from "../../../src/spec-file/spec-entry.js";
import {
  anyHabit,
  anyValue,
  isOtherSpelling,
  optionValue,
  someHabits,
  someOf,
} from "../../support/option-values.js";
import { schemaFaults } from "../../support/schema-faults.js";
import { read } from "../spec-file/read.js";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 1000);

describe("the schema of a file for --from", () => {
  test.each<[name: string, file: unknown]>([
    ["a list of routes", ["posts", "posts/[id]", "docs/*slug?"]],
    ["an object that names its schema", { $schema: schemaUrl("routes"), routes: ["posts"] }],
    [
      "entries that say all that there is",
      [
        "health",
        {
          route: "posts",
          methods: ["GET", "POST"],
          dynamic: "postId",
          catchAll: false,
          optional: false,
          crud: true,
          template: "resource",
          auth: "none",
          fallbacks: false,
          habits: { request: "NextRequest", error: "{ message }", guard: "await requireUser()" },
        },
      ],
    ],
    ["methods as on the command line", [{ route: "posts", methods: "GET,POST" }]],
    ["options without their value", [{ route: "posts", dynamic: true, auth: true }]],
  ])("takes %s", (_name, file) => {
    expect(schemaFaults("routes", file)).toEqual([]);
  });

  test.each<[file: unknown, fault: string]>([
    [[], "the document must NOT have fewer than 1 items"],
    ["posts", "the document must be"],
    [{ routes: "posts" }, "/routes must be array"],
    [{ routes: [] }, "/routes must NOT have fewer than 1 items"],
    [{ route: "posts" }, "the document must have required property 'routes'"],
    [{ routes: ["posts"], version: 1 }, "the document must NOT have additional properties"],
    [[1], "/0 must be"],
    [[""], "/0 must NOT have fewer than 1 characters"],
    [[{ methods: ["GET"] }], "/0 must have required property 'route'"],
    [[{ route: 1 }], "/0/route must be string"],
    [
      [{ route: "posts", method: "GET" }],
      '/0 must NOT have additional properties {"additionalProperty":"method"}',
    ],
    [[{ route: "posts", methods: ["GRAB"] }], "/0/methods/0 must be equal to one of the allowed values"],
    [[{ route: "posts", crud: "yes" }], "/0/crud must be boolean"],
    [[{ route: "posts", dynamic: 1 }], "/0/dynamic must be"],
    [[{ route: "posts", template: "REST api" }], "/0/template must be equal to one of the allowed values"],
    [[{ route: "posts", auth: "password" }], "/0/auth must be"],
    // What is of the run and not of a route.
    [[{ route: "posts", dryRun: true }], "/0 must NOT have additional properties"],
    [[{ route: "posts", habit: ["quotes=single"] }], "/0 must NOT have additional properties"],
    [[{ route: "posts", habits: ["quotes=single"] }], "/0/habits must be object"],
    [[{ route: "posts", habits: { quotes: "backtick" } }], "/0/habits/quotes must be equal to one"],
    [[{ route: "posts", habits: { indent: 2 } }], "/0/habits/indent must be string"],
  ])("refuses %j", (file, fault) => {
    expect(schemaFaults("routes", file).join("\n")).toContain(fault);
  });

  test("and the tool agree", () => {
    let taken = 0;
    fc.assert(
      fc.property(anyFile, (file) => {
        const isAccepted = schemaFaults("routes", file).length === 0;
        const { entries, problems } = read(JSON.stringify(file));
        const told = [...problems, ...specsOf(entries).problems];
        expect(told.length === 0, JSON.stringify({ file, told })).toBe(isAccepted);
        if (isAccepted) taken += 1;
      }),
      { numRuns },
    );
    // Neither of the two is rare among them.
    expect(Math.abs(taken / numRuns - 0.5)).toBeLessThan(0.3);
  });

  test("has a field for each option of a route", () => {
    const { $defs } = publishedSchema("routes") as {
      $defs: { entry: { anyOf: [object, { properties: Record<string, { description: string }> }] } };
    };
    const { properties } = $defs.entry.anyOf[1];
    const fields = routeFields.map((name) => (name === "habit" ? "habits" : name));
    expect(Object.keys(properties).sort()).toEqual(["route", ...fields].sort());
    for (const { description } of Object.values(properties)) expect(description).not.toBe("");
  });
});

const parameter = fc.constantFrom("id", "postId", "slug");

/** Ways in which a route can end, and which the tool can do together. */
const ending = fc.oneof(
  fc.constant({}),
  fc.record({ dynamic: optionValue("dynamic", parameter) }),
  fc.record({ catchAll: optionValue("catchAll", parameter), optional: fc.boolean() }),
  // It divides the methods, and they may not be enough.
  fc.record({ crud: fc.boolean(), methods: fc.constant([]) }),
);

const sound = fc
  .tuple(
    someOf(["methods", "template", "auth", "fallbacks"], (name) => optionValue(name)),
    fc.record({ habits: someHabits }, { requiredKeys: [] }),
    ending,
  )
  .map((parts): Record<string, unknown> => Object.assign({ route: "posts" }, ...parts));

/** Texts that are open in the schema, and have a grammar of their own in the tool. */
const grammars = ["route", "methods", "dynamic", "catchAll", "role", "fields"];
const endings = ["dynamic", "catchAll", "optional", "crud"];

const oneField = fc
  .record({
    name: fc.oneof(fc.constantFrom("route", "habits", "habit", "dryRun", ...routeFields), fc.string()),
    value: fc.oneof(anyValue, fc.boolean(), fc.string()),
  })
  .filter(
    ({ name, value }) =>
      !(typeof value === "string" && grammars.includes(name)) &&
      !(Array.isArray(value) && name === "fields") &&
      !(typeof value === "boolean" && endings.includes(name)) &&
      !isOtherSpelling(name, value),
  );

/** Entries that are sound, and entries with one thing in them that may be anything. */
const anyEntry: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constant("posts/[id]") },
  { weight: 9, arbitrary: sound },
  {
    weight: 2,
    arbitrary: fc.tuple(sound, oneField).map(([entry, { name, value }]) => ({ ...entry, [name]: value })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(sound, someHabits, anyHabit)
      .map(([entry, habits, habit]) => ({ ...entry, habits: { ...habits, ...habit } })),
  },
  anyValue.filter((value) => typeof value !== "string"),
);

const entries = fc.array(anyEntry, { maxLength: 3 });

const anyFile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: entries },
  {
    weight: 8,
    arbitrary: fc.record({ $schema: fc.string(), routes: entries }, { requiredKeys: ["routes"] }),
  },
  fc.record({ routes: entries, version: anyValue }, { requiredKeys: [] }),
  // A list of texts would be one of routes.
  anyValue.filter((value) => !Array.isArray(value)),
);
