import { expect, test } from "vitest";
import { parseJsonc } from "../../../src/project/jsonc.js";

test.each([
  ['{ "a": "// no comment", "b": "/* nor this */ ,}" }', { a: "// no comment", b: "/* nor this */ ,}" }],
  ["\uFEFF[1, 2, // three\n]", [1, 2]],
  ['{ "a\\"//": 1 }', { 'a"//': 1 }],
])("%j is read", (text, value) => {
  expect(parseJsonc(text)).toEqual(value);
});

test("what is none is told", () => {
  expect(() => parseJsonc("{ a: 1 }")).toThrow(SyntaxError);
});
