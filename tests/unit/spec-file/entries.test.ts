import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { habitNames, habitTable } from "../../../src/spec/habits.js";
import { methods } from "../../../src/spec/methods.js";
import { fieldNames } from "../../../src/spec-file/fields.js";
import { specsOf } from "../../../src/spec-file/spec-entry.js";
import { folderOf } from "../../../src/spec/segments.js";
import { open, read, runs, told } from "./read.js";
import { parameterName, route } from "../../support/arbitraries.js";
import { repository } from "../../support/pipeline.js";

const asked = (text: string, defaults = open) => {
  const { entries, problems } = read(text, defaults);
  expect(problems).toEqual([]);
  return entries.map(({ request, habits }) => ({ ...request, habits }));
};
const problemsOf = (text: string, defaults = open) => {
  const { entries, problems } = read(text, defaults);
  return [...problems, ...specsOf(entries).problems].map(told);
};

describe("an entry says what the options say", () => {
  test.each<[text: string, entry: object]>([
    ["posts", {}],
    ["{ route: posts }", {}],
    ["{ route: posts, methods: GET }", { methods: ["GET"] }],
    ["{ route: posts, methods: [GET, 'post,put'] }", { methods: ["GET", "post,put"] }],
    ["{ route: posts, dynamic: true }", { dynamic: true }],
    ["{ route: posts, dynamic: slug }", { dynamic: "slug" }],
    ["{ route: posts, catchAll: path, optional: true }", { catchAll: "path", optional: true }],
    ["{ route: posts, crud: true }", { crud: true }],
    ["{ route: posts, template: text }", { template: "text" }],
    ["{ route: posts, auth: bearer, fallbacks: false }", { auth: "bearer", fallbacks: false }],
    ["{ route: posts, auth: true }", { auth: true }],
    ["{ route: posts, auth: false }", { auth: undefined }],
    [
      "{ route: posts, habits: { request: NextRequest, indent: '2' } }",
      {
        habits: [
          ["request", "NextRequest"],
          ["indent", "2"],
        ],
      },
    ],
  ])("%s", (text, entry) => {
    const whole = { ...open, routes: ["posts"], habits: [], ...entry };
    expect(asked(`- ${text}`)).toEqual([whole]);
    expect(asked(`$schema: x\nroutes:\n  - ${text}\n`)).toEqual([whole]);
  });

  test("and goes before what the command line and the settings say", () => {
    const defaults = { ...open, methods: ["GET"], template: "basic", auth: "bearer", fallbacks: false };
    expect(asked("- posts", defaults)).toMatchObject([defaults]);
    expect(
      asked("- { route: a, methods: [PUT], template: text, auth: false, fallbacks: true }", defaults),
    ).toMatchObject([{ methods: ["PUT"], template: "text", auth: undefined, fallbacks: true }]);
  });

  test("an ending of its own takes the place of all others", () => {
    const defaults = { ...open, dynamic: true, crud: true } as const;
    expect(asked("- a", defaults)).toMatchObject([{ dynamic: true, crud: true }]);
    expect(asked("- { route: a, auth: true }", defaults)).toMatchObject([{ dynamic: true, crud: true }]);
    for (const own of ["catchAll: true", "dynamic: false", "crud: false"]) {
      expect(asked(`- { route: a, ${own} }`, defaults)).toMatchObject([
        { dynamic: undefined, crud: false, catchAll: own === "catchAll: true" ? true : undefined },
      ]);
    }
  });

  test("a value or an entry can be shared by an alias", () => {
    expect(
      asked("- { route: a, methods: &read [GET, HEAD] }\n- &b { route: b, methods: *read }\n- *b"),
    ).toMatchObject([{ routes: ["a"] }, { routes: ["b"], methods: ["GET", "HEAD"] }, { routes: ["b"] }]);
  });
});

const example = "Write e.g. `- posts` or `- route: posts`.";
const inQuotes = "A text that looks like something else has to stand in quotes.";
const fields = `There are ${fieldNames.join(", ")}.`;

describe("what is wrong is told where it stands", () => {
  test.each<[text: string, ...problems: string[]]>([
    ["", `1:1 There is nothing in the file. | ${example}`],
    ["# none", `1:1 There is nothing in the file. | ${example}`],
    ["posts", `1:1 The file has to be a list of routes, not the text "posts". | ${example}`],
    ["42", `1:1 The file has to be a list of routes, not the number 42. | ${example}`],
    ["[]", `1:1 The list of routes is empty. | ${example}`],
    ["{}", `1:1 The list \`routes\` is missing. | ${example}`],
    ["routes: []", `1:9 The list of routes is empty. | ${example}`],
    ["routes:", `1:1 routes has to be a list, not null. | ${example}`],
    ["routes: { posts: 1 }", `1:9 routes has to be a list, not a mapping. | ${example}`],
    [
      "route: posts",
      `1:1 "route" cannot stand here. | Did you mean routes? ${example}`,
      `1:1 The list \`routes\` is missing. | ${example}`,
    ],
    ["base: app\nroutes: [a]", '1:1 "base" cannot stand here. | The routes are a list below `routes`.'],
    [
      "- a\n-\n- 404\n- [id]",
      "2:1 An entry has to be a route, or a mapping with one, not null. | Leave it out.",
      "3:3 An entry has to be a route, or a mapping with one, not the number 404. | Put a route that looks like something else in quotes.",
      '4:3 An entry has to be a route, or a mapping with one, not a list. | Put a route that starts with a bracket in quotes: "[id]".',
    ],
    ["- methods: GET", "1:3 The field route is missing. | Write e.g. `route: posts`."],
    ["- route: 404", `1:10 route has to be a string, not the number 404. | ${inQuotes}`],
    ["- route:", "1:3 route has to be a string, not null. | Give it a value, or leave it out."],
    ["- route: a\n  methds: GET", `2:3 "methds" is no field of a route. | Did you mean methods? ${fields}`],
    ["- route: a\n  habit: x=y", `2:3 "habit" is no field of a route. | Did you mean habits? ${fields}`],
    ["- { route: a, dryRun: true }", `1:15 "dryRun" is no field of a route. | ${fields}`],
    [
      "- route: a\n  methods:\n    - GET\n    - 1\n    - [x]",
      `4:7 methods has the number 1 in it, and takes strings only. | ${inQuotes}`,
      `5:7 methods has a list in it, and takes strings only. | ${inQuotes}`,
    ],
    [
      "- { route: a, methods: true }",
      `1:24 methods has to be a string, or a list of strings, not true. | ${inQuotes}`,
    ],
    [
      "- { route: a, crud: yes }",
      '1:21 crud has to be true or false, not the text "yes". | Write true or false.',
    ],
    [
      "- { route: a, dynamic: 1 }",
      `1:24 dynamic has to be a string, true or false, not the number 1. | ${inQuotes}`,
    ],
    [
      "- { route: a, template: }",
      "1:15 template has to be a string, not null. | Give it a value, or leave it out.",
    ],
    [
      "- { route: a, habits: none }",
      '1:23 habits has to be a mapping of habits to their values, not the text "none". | Write e.g. `habits: { request: NextRequest }`.',
    ],
    [
      "- { route: a, habits: { indent: 2 } }",
      `1:33 habits.indent has to be a string, not the number 2. | ${inQuotes}`,
    ],
    [
      "- { route: a, habits: { error: { message } } }",
      `1:32 habits.error has to be a string, not a mapping. | ${inQuotes}`,
    ],
    [
      "- { route: a, habits: { qoutes: single } }",
      `1:25 "qoutes" is no habit (habits.qoutes). | Did you mean quotes? There are ${habitNames.join(", ")}.`,
    ],
    [
      "- { route: a, habits: { quotes: typographic } }",
      '1:33 "typographic" is no value of the habit quotes (habits.quotes): the quotes. | Write e.g. `double`, `single`.',
    ],
  ])("%j", (text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test.each<[text: string, problem: RegExp]>([
    ["- a\n- ../b", /^2:3 /],
    ["- route: posts\n  methods: [GET, PACTH]", /^2:18 "PACTH" is not a method.* Did you mean PATCH\?/],
    ["- route: posts\n  methods: ''", /^2:12 methods was given without a method/],
    ["- route: posts\n  template: serach", /^2:13 "serach" is no template/],
    ["- route: posts\n  auth: baerer", /^2:9 "baerer" is no auth provider/],
    ["- { route: a, dynamic: id, catchAll: x }", /^1:24 dynamic and catchAll cannot both end a route/],
    ["- { route: 'posts/:id', dynamic: id }", /^1:34 /],
    [
      "- { route: docs, catchAll: true, crud: true }",
      /^1:40 "docs" has no .* which crud needs\. \| Leave out crud,/,
    ],
    [
      "- { route: a, crud: true, methods: POST }",
      /^1:36 crud with POST .* \| Add one for it to methods, or leave out crud/,
    ],
  ])("%j is told by the grammar of routes, in the words of the file", (text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  test("what the command line said is called so, and has no place of its own", () => {
    expect(problemsOf("- a", { ...open, template: "serach" })).toEqual([
      expect.stringMatching(/^"serach" is no template/),
    ]);
    expect(problemsOf("- docs/*slug", { ...open, crud: true })).toEqual([
      expect.stringMatching(/^1:3 .* which --crud needs/),
    ]);
    expect(problemsOf("- { route: a, methods: POST }", { ...open, crud: true })).toEqual([
      expect.stringMatching(/^1:24 --crud with POST .* to methods, or leave out --crud/),
    ]);
  });

  test("all of it at once, however long the file", () => {
    const lines = Array.from({ length: 200 }, (_, index) => `- things-${String(index)}`);
    lines[20] = "- { route: a, methods: [GTE] }";
    lines[99] = "- 7";
    lines[180] = "- { rote: b, route: c }";
    const { entries, problems } = read(lines.join("\n"));
    const parsed = specsOf(entries);
    expect([...problems, ...parsed.problems].map(({ code, at }) => `${code} ${String(at?.line)}`)).toEqual([
      "SPEC_INVALID 100",
      "SPEC_INVALID 181",
      "METHOD_UNKNOWN 21",
    ]);
    expect(parsed.specs).toHaveLength(199);
  });
});

test("the example of the reference is one", () => {
  const reference = readFileSync(path.join(repository, "docs/reference.md"), "utf8");
  const [, example = ""] = /```yaml\n(# yaml-language-server.*?)```/s.exec(reference) ?? [];
  const { entries } = read(example);
  expect(entries).toHaveLength(4);
  expect(problemsOf(example)).toEqual([]);
});

test("specs know where they were asked for, and their habits", () => {
  const { entries } = read("- posts\n- route: tags\n  crud: true\n  habits: { request: NextRequest }");
  const { specs, problems } = specsOf(entries);
  expect(problems).toEqual([]);
  const place = (line: number, column: number) => ({ file: "r.yml", line, column });
  expect(specs.map(({ path, at, habits }) => [path.segments.map(folderOf).join("/"), at, habits])).toEqual([
    ["posts", place(1, 3), undefined],
    ["tags", place(2, 10), [["request", "NextRequest"]]],
    ["tags/[id]", place(2, 10), [["request", "NextRequest"]]],
  ]);
});

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const habitPair = fc
  .constantFrom(...habitNames)
  .chain((name) =>
    fc.constantFrom(...habitTable[name].values, habitTable[name].builtIn).map((value) => [name, value]),
  );
const entry = fc.oneof(
  route,
  fc
    .record({
      route,
      methods: optional(fc.oneof(fc.constantFrom(...methods), fc.subarray([...methods], { minLength: 1 }))),
      dynamic: optional(fc.oneof(fc.boolean(), parameterName)),
      template: optional(fc.string({ unit: "grapheme" })),
      auth: optional(fc.oneof(fc.boolean(), fc.constantFrom("bearer", "none", "true", "1", "~"))),
      fallbacks: optional(fc.boolean()),
      habits: optional(
        fc.array(habitPair, { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs) as object),
      ),
    })
    // What is left out is not there.
    .map((record) => JSON.parse(JSON.stringify(record)) as Record<string, unknown>),
);

test("a list of entries is the same in JSON and in YAML, and its places point at its text", () => {
  const texts = (list: unknown[], wrapped: boolean) => {
    const whole = wrapped ? { $schema: "x", routes: list } : list;
    return [
      JSON.stringify(whole),
      JSON.stringify(whole, null, "\t").replaceAll("\n", "\r\n"),
      dump(whole),
      dump(whole, { flowLevel: 1, forceQuotes: true }),
      `\uFEFF# a list\n${dump(whole, { quoteStyle: "double", lineWidth: -1 })}`,
    ];
  };
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), fc.boolean(), (list, wrapped) => {
      const all = texts(list, wrapped);
      const [expected] = all.map((text) => asked(text));
      expect(expected!.map(({ routes }) => routes[0])).toEqual(
        list.map((one) => (typeof one === "string" ? one : one["route"])),
      );
      for (const text of all) {
        expect(asked(text)).toEqual(expected);
        const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
        for (const { request, placeOf } of read(text).entries) {
          const { line, column } = placeOf("routes")!;
          // A long text may go on in the next line.
          const start = lines[line - 1]!.slice(column - 1)
            .replace(/^['"]|^>-?/, "")
            .slice(0, 5);
          expect(
            start === "" || JSON.stringify(request.routes[0]).includes(start.replace(/['",}].*/, "")),
          ).toBe(true);
          expect(placeOf()!.line).toBeLessThanOrEqual(line);
        }
      }
    }),
    runs,
  );
});

test("no text makes the reader of entries throw", () => {
  const word = fc.constantFrom(
    ...fieldNames,
    "routes",
    "- ",
    ": ",
    "\n",
    "  ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "GET",
    "1",
    "true",
    "&a ",
    "*a",
    "''",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const { entries, problems } = read(words.join(""));
      expect(entries.length + problems.length).toBeGreaterThan(0);
      specsOf(entries);
    }),
    runs,
  );
});
