import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainOf } from "../../../src/spec-file/plain-value.js";
import type { PlacedValue } from "../../../src/spec-file/placed-value.js";
import { parseYaml } from "../../../src/spec-file/yaml.js";
import { runs, told } from "./read.js";

const plain = (text: string) => {
  const { value, problems } = parseYaml(text, "r.yml");
  expect(problems).toEqual([]);
  return plainOf(value!);
};
const problemsOf = (text: string) => parseYaml(text, "r.yml").problems.map(told);

describe("a text is read as the core schema of YAML 1.2 says", () => {
  test.each<[text: string, value: unknown]>([
    ["- a", ["a"]],
    [
      "[yes, No, on, 1_000, 0b1, 1:30, 2020-01-01]",
      ["yes", "No", "on", "1_000", "0b1", "1:30", "2020-01-01"],
    ],
    ["[true, False, TRUE, null, ~, Null]", [true, false, true, null, null, null]],
    ["[1, -2, 0x10, 0o17, 1.5, 1e3, .inf]", [1, -2, 16, 15, 1.5, 1000, Infinity]],
    ["['1', \"true\", !!str 1, ! 2, '']", ["1", "true", "1", "2", ""]],
    [
      "- posts/[id]\n- :id\n- docs/*slug?\n- (admin)/posts",
      ["posts/[id]", ":id", "docs/*slug?", "(admin)/posts"],
    ],
    ["a: |\n  x\n  y\nb: >\n  x\n  y\n", { a: "x\ny\n", b: "x y\n" }],
    ["a:\nb: ", { a: null, b: null }],
    ["-\n- x", [null, "x"]],
    ["1: a\ntrue: b", { 1: "a", true: "b" }],
    ["\uFEFFa: 1\r\nb:\r\n  - 2\r\n", { a: 1, b: [2] }],
    ["a: &x [1, 2]\nb: *x\n? &y c\n: *y", { a: [1, 2], b: [1, 2], c: "c" }],
    ["", null],
    ["\n \n", null],
    ["# nothing\n", null],
    ["---\n...\n", null],
    ["%YAML 1.2\n---\na: 1\n", { a: 1 }],
    ['{\n\t"a": [\n\t\t1,\n\t\t{"b": null}\n\t]\n}', { a: [1, { b: null }] }],
    ['{"a":"\\ud83d\\ude00\\/\\u0000","b":-0.5e-2}', { a: "😀/\0", b: -0.005 }],
    ['{"<<": 1, "__proto__x": 2}', { "<<": 1, __proto__x: 2 }],
    ["a: !!map {b: !!seq [c]}", { a: { b: ["c"] } }],
  ])("%j", (text, value) => {
    expect(plain(text)).toEqual(value);
  });
});

/** Each scalar and key with its place. */
function places(value: PlacedValue): string[] {
  const own = `${String(value.at.line)}:${String(value.at.column)}`;
  switch (value.kind) {
    case "mapping":
      return [
        `{ ${own}`,
        ...value.entries.flatMap(({ key, keyAt, value: inner }) => [
          `${key}: ${String(keyAt.line)}:${String(keyAt.column)}`,
          ...places(inner),
        ]),
      ];
    case "sequence":
      return [`[ ${own}`, ...value.items.flatMap(places)];
    case "scalar":
    case "unread":
      return [`${value.kind === "scalar" ? JSON.stringify(value.value) : "?"} ${own}`];
  }
}

test.each<[text: string, places: string[]]>([
  ["- a\n-\n# - c\n-  'b'", ["[ 1:1", '"a" 1:3', "null 2:1", '"b" 4:4']],
  ["- [a] # x\n-\n-", ["[ 1:1", "[ 1:3", '"a" 1:4', "null 2:1", "null 3:1"]],
  ["-\n-\n- a", ["[ 1:1", "null 1:1", "null 2:1", '"a" 3:3']],
  ["a: 1\nb:\n  c:\n", ["{ 1:1", "a: 1:1", "1 1:4", "b: 2:1", "{ 3:3", "c: 3:3", "null 3:3"]],
  ["\uFEFF😀: b\r\nc: d\re: f", ["{ 1:1", "😀: 1:1", '"b" 1:5', "c: 2:1", '"d" 2:4', "e: 3:1", '"f" 3:4']],
  ['{"a": [1,\n\t"b"]}', ["{ 1:1", "a: 1:2", "[ 1:7", "1 1:8", '"b" 2:2']],
  ["a: &x\n  - 1\nb: *x", ["{ 1:1", "a: 1:1", "[ 2:3", "1 2:5", "b: 3:1", "[ 3:4", "1 2:5"]],
  ["\n# only\n", ["null 1:1"]],
])("the parts of %j have their places", (text, expected) => {
  expect(places(parseYaml(text, "r.yml").value!)).toEqual(expected);
});

const mend = "Mend it. A text that starts with a sign such as [ { * & @ has to stand in quotes.";

const misfit = "this does not fit what stands before it: it is indented differently, or quotes are missing";

describe("what is wrong is told with its line and column", () => {
  test.each<[text: string, problem: string]>([
    ["- a\n- [b", "2:5 a bracket is not closed"],
    ["[a\nb: c]", "2:2 a comma is missing, or a bracket"],
    ['{"a": 1 "b": 2}', "1:12 a comma is missing, or a bracket"],
    ["[a, , b]", "1:5 there is nothing before this comma"],
    ["- [id]/posts", "1:7 this does not fit what stands before it: quotes are missing"],
    ["- @a", "1:3 this does not fit what stands before it: quotes are missing"],
    ["a: 'b", "1:6 a quote is not closed"],
    ["a: 'b\nc: d", "2:1 this is not indented far enough"],
    ["a:\n\t- b", "2:1 a tab indents this line; YAML takes spaces"],
    ["a: b\n c: d", `2:3 ${misfit}`],
    ["a: b: c", `1:5 ${misfit}`],
    ["a: 1\nb\n", "3:1 a colon is missing behind a key"],
    ["a\0b", "1:2 there is a character that is no text"],
    ['"\\q"', "1:3 there is no such escape with a backslash"],
    ["[".repeat(200), "1:100 it is nested too deep"],
    ["%YAML 2.0\n--- a", "2:1 unacceptable YAML version of the document"],
  ])("%j does not parse", (text, reason) => {
    const [place, ...words] = reason.split(" ");
    expect(problemsOf(text)).toEqual([`${place!} r.yml does not parse: ${words.join(" ")}. | ${mend}`]);
    expect(parseYaml(text, "r.yml")).toMatchObject({
      value: undefined,
      problems: [{ code: "SPEC_UNREADABLE" }],
    });
  });

  test.each<[text: string, problem: string]>([
    [
      "- a\n---\n- b",
      "3:1 r.yml has several documents: here the second one starts. | Put all routes into one list, or write a file for each.",
    ],
    ["a: 1\nb: 2\na: 3", '3:1 "a" is there twice: first in line 1. | Keep one of them.'],
    [
      "- *slug",
      '1:3 "*slug" is an alias, and there is no &slug before it. | Put it in quotes if it is a text: "*slug".',
    ],
    [
      "&a [b, *a]",
      '1:8 "*a" stands inside of what it is an alias of. | Put it in quotes if it is a text: "*a".',
    ],
    [
      "a: &x {b: c}\nd: { <<: *x }",
      "2:6 Merge keys (`<<`) are not read. | Write the fields out, or give them as options.",
    ],
    ["- !date 2020", "1:9 The tag !date is not known. | Leave it out, or put a text in quotes."],
    ["- !!int 1", "1:9 The tag !!int is not known. | Leave it out, or put a text in quotes."],
    ["[a]: b", "1:1 A key has to be a word. | Put a text that starts with a bracket in quotes."],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("all of them at once, unless the text does not parse", () => {
    expect(problemsOf("- {a: 1, a: 2}\n- *x\n- !y z\n- {<<: 1}").map((text) => text.split(" ")[0])).toEqual([
      "1:10",
      "2:3",
      "3:6",
      "4:4",
    ]);
  });

  test("a small file with endless aliases is refused at once", () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) =>
        `- &a${String(index + 1)} [${Array(9)
          .fill(`*a${String(index)}`)
          .join(", ")}]`,
    );
    expect(problemsOf(["- &a0 x", ...lines].join("\n"))).toEqual([
      "7:8 The aliases of this file stand for too much. | Write the routes out.",
    ]);
  });
});

test("no text makes the reader throw", () => {
  const signs = fc.constantFrom(
    ..."- : ? [ ] { } , # & * ! | > ' \" % @ ` ~ \t \n \r \0 \uFEFF a 1 < é \\ / \ud800 --- ... <<".split(
      " ",
    ),
    ..." ,- ,: ,\n  ".split(","),
  );
  const garbage = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(signs).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      const { value, problems } = parseYaml(text, "r.yml");
      expect(value !== undefined || problems.length > 0).toBe(true);
      const lines = text.split(/\r\n?|\n/);
      for (const { at } of problems) {
        expect(at!.column).toBeLessThanOrEqual(lines[at!.line - 1]!.length + 1);
        expect(at!.column).toBeGreaterThan(0);
      }
    }),
    runs,
  );
});
