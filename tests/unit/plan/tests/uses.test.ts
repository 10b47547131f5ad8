import { expect, test } from "vitest";
import { uses } from "../../../../src/plan/tests/uses.js";

test.each([
  ["await POST(thing)", true],
  ["const changed = { ...thing, ...changes };", true],
  ["expect(thing.id).toBe(1);", true],
  ["send(`${url}/${thing.id}`)", true],
  ["f(\"a\", thing, 'b')", true],
  ["expect(it.thing).toBe(1);", false],
  ["const row = { thing: 1 };", false],
  ["const things = somethings;", false],
  ['test("POST answers 201 with the new thing", f);', false],
  ['const url = "http://localhost/api/a/thing";', false],
  ['f("a \\" thing");', false],
  ["send(`/api/thing/${id}`)", false],
])("%s: %j", (line, isUsed) => {
  expect(uses(line, "thing")).toBe(isUsed);
});
