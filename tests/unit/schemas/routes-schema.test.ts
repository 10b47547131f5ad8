import { describe, expect, test } from "vitest";
import { routeFields } from "../../../src/options.js";
import { publishedSchema, schemaUrl } from "../../../src/schemas/published.js";
import { schemaFaults } from "../../support/schema-faults.js";

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
    [[{ route: "posts", template: "rest" }], "/0/template must be equal to one of the allowed values"],
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
