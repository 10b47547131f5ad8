import { describe, expect, test } from "vitest";
import { habitsOf, withoutWrappers, type Neighbour } from "../../../../src/project/habits/habits.js";

/** Route files with handlers that read and that change something, the nearest first. */
function near(...files: { reads?: string; changes?: string }[]): Neighbour[] {
  return files.map(({ reads, changes }, index) => ({
    path: `app/api/${String(index)}/route.ts`,
    up: 1,
    down: 1,
    signs: [
      ...(reads === undefined ? [] : [{ habit: "handlers" as const, value: reads, mutates: false }]),
      ...(changes === undefined ? [] : [{ habit: "handlers" as const, value: changes, mutates: true }]),
    ],
    guards: [],
    wrapped: [],
    sources: [],
    imports: [],
    declared: [],
  }));
}
const formsOf = (neighbours: readonly Neighbour[]) => {
  const { reads, changes } = habitsOf(neighbours, new Map()).handlers;
  return [reads?.value, changes?.value];
};

describe("the form of the handlers", () => {
  test("is one for a file, as most handlers near it are", () => {
    expect(formsOf(near({ reads: "arrow" }, { changes: "function" }, { changes: "function" }))).toEqual([
      "function",
      "function",
    ]);
    expect(formsOf(near({ reads: "arrow" }, { changes: "function" }))).toEqual(["arrow", "arrow"]);
  });

  test("is another for what changes something where that goes through a wrapper", () => {
    expect(formsOf(near({ reads: "arrow" }, { changes: "withAuth" }))).toEqual(["arrow", "withAuth"]);
  });
});

describe("a wrapper that is not to be used", () => {
  const habits = habitsOf(near({ reads: "function", changes: "auth" }), new Map());

  test("is no habit", () => {
    const { handlers, all } = withoutWrappers(habits, new Set(["auth"]));
    expect(handlers.changes).toBeUndefined();
    expect(all).toMatchObject([{ name: "handlers", value: "function" }]);
  });

  test("is one where it was asked for", () => {
    const wished = habitsOf([], new Map([["handlers", { value: "auth", source: "option" }]]));
    expect(withoutWrappers(wished, new Set(["auth"]))).toEqual(wished);
  });
});
