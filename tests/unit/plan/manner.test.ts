import { expect, test } from "vitest";
import { mannerOf } from "../../../src/plan/manner.js";
import { habitsOf, noHabits } from "../../../src/project/habits/habits.js";
import { defaultStyle } from "../../../src/project/text-style.js";
import type { HabitName } from "../../../src/spec/habits.js";

function manner(habits: Partial<Record<HabitName, string>>) {
  const wishes = Object.entries(habits).map(
    ([name, value]) => [name as HabitName, { value, source: "option" as const }] as const,
  );
  return mannerOf(habitsOf([], new Map(wishes)));
}

test("nothing seen is what is built in", () => {
  expect(mannerOf(noHabits)).toEqual({
    style: defaultStyle,
    answers: { class: "Response", form: "json", error: "{ error }" },
    deleted: "{ deleted }",
    typeImports: "separate",
    extension: "ts",
    parameters: {
      request: { name: "request", type: "Request" },
      context: undefined,
      typing: { kind: "type", name: "Context" },
    },
  });
});

test.each([
  ["new Response", { class: "Response", form: "stringify" }],
  ["NextResponse.json", { class: "NextResponse", form: "json" }],
  ["new NextResponse", { class: "NextResponse", form: "stringify" }],
])("response=%s", (response, answers) => {
  expect(manner({ response }).answers).toMatchObject(answers);
});

test.each([
  ["inline", { kind: "inline" }],
  ["RouteContext", { kind: "RouteContext" }],
  ["interface RouteParams", { kind: "interface", name: "RouteParams" }],
  // Names that speak of another route, and Next's own.
  ["type TeamContext", { kind: "type", name: "Context" }],
  ["interface RouteContext", { kind: "interface", name: "Context" }],
])("params=%s", (params, typing) => {
  expect(manner({ params }).parameters.typing).toEqual(typing);
});

test("a style", () => {
  const habits = {
    quotes: "single",
    semicolons: "no",
    indent: "tab",
    lineBreak: "crlf",
    trailingCommas: "es5",
    finalNewline: "no",
  };
  expect(manner(habits).style).toEqual({
    quote: "'",
    semicolons: false,
    indent: "\t",
    lineBreak: "\r\n",
    trailingCommas: "es5",
    finalNewline: false,
  });
});
