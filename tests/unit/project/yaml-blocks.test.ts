import fc from "fast-check";
import { expect, test } from "vitest";
import { readYamlBlocks } from "../../../src/project/yaml-blocks.js";

const keys = ["packages", "catalog", "catalogs"];

test.each<[text: string, items: string[]]>([
  ["", []],
  ["packages:\n  - a\n  - b/*\n", ["a", "b/*"]],
  ["packages:\n- a\n- b\n", ["a", "b"]],
  ["packages:\r\n  - 'a'\r\n  - \"b\"\r\n", ["a", "b"]],
  ["packages:\n  # all\n  - a # one\n\n  - '#b'\n  - c#d\n", ["a", "#b", "c#d"]],
  ["packages:\n  - '!**/test/**'\n", ["!**/test/**"]],
  ["packages: [a, 'b', \"c\"]\n", ["a", "b", "c"]],
  ["packages: []\n", []],
  ["packages:\n", []],
  ["'packages':\n  - a\n", ["a"]],
  ["other:\n  - x\npackages:\n  - a\nmore:\n  - y\n", ["a"]],
  ["other:\n  packages:\n    - x\n", []],
  ["---\npackages:\n  - a\n", ["a"]],
])("the packages of %j are %j", (text, items) => {
  expect(readYamlBlocks(text, keys).list("packages")).toEqual(items);
});

test("tables are read by their keys", () => {
  const text = `catalog:
  react: ^19.0.0
  next: "15.1.0"   # pinned
  '@types/node': 20
catalogs:
  old:
    next: ^14.0.0
  new: # soon
    'next': 16.0.0
overrides:
  next: 1.0.0
`;
  const { text: at } = readYamlBlocks(text, keys);
  expect(at("catalog", "next")).toBe("15.1.0");
  expect(at("catalog", "@types/node")).toBe("20");
  expect(at("catalogs", "old", "next")).toBe("^14.0.0");
  expect(at("catalogs", "new", "next")).toBe("16.0.0");
  expect(at("catalogs", "other", "next")).toBeUndefined();
  expect(at("overrides", "next")).toBeUndefined();
});

test("any text is read", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("packages:", "- a", "  ", "'", '"', "#", "[", ":", "\n", "x")),
      (words) => {
        expect(Array.isArray(readYamlBlocks(words.join(""), keys).list("packages"))).toBe(true);
      },
    ),
  );
  const started = performance.now();
  readYamlBlocks(`${`'a"b'#c `.repeat(3000)}\n${"x".repeat(50_000)}`, keys);
  expect(performance.now() - started).toBeLessThan(1000);
});
