import { expect, test } from "vitest";
import { parseHabitWishes, wishProblem } from "../../../src/spec/habit-wishes.js";
import { habitNames, habitTable } from "../../../src/spec/habits.js";

test("any number of them, with blanks around", () => {
  expect(parseHabitWishes(["response=NextResponse.json", " error = { message } ", "indent=tab"])).toEqual({
    wishes: [
      ["response", "NextResponse.json"],
      ["error", "{ message }"],
      ["indent", "tab"],
    ],
    problems: [],
  });
});

test("none stands for all as they are built in, and what comes after it holds", () => {
  const { wishes } = parseHabitWishes(["none", "quotes=single"]);
  expect(wishes.slice(0, -1)).toEqual(habitNames.map((name) => [name, habitTable[name].builtIn]));
  expect(new Map(wishes).get("quotes")).toBe("single");
});

test.each([
  ["respons=Response.json", "Did you mean response?"],
  ["quotes", "Write e.g. `quotes=double`"],
  ["quotes=both", "Write e.g. `quotes=double`"],
  ["error={ error, }", "`error={ error }`"],
  ["indent=9", "`indent=2`"],
  ["", "There are handlers"],
])("%j is told with a way out", (text, hint) => {
  const { wishes, problems } = parseHabitWishes([text]);
  expect(wishes).toEqual([]);
  expect(problems).toMatchObject([{ code: "HABIT_UNKNOWN" }]);
  expect(problems[0]?.message).toContain("(--habit)");
  expect(problems[0]?.hint).toContain(hint);
});

test.each([
  "error={ success: false, error: { message } }",
  "error={ ok: false, message, done: true }",
  "deleted={ id }",
  "deleted={ ok: true }",
  "handlers=withAuth",
  "handlers=app.handle",
  "imports=~/*",
  "imports=@app/*",
  "logger=logger.error({ err: error }, message)",
  "guard=auth.api.getSession",
  "params=interface RouteParams",
  "context=ctx",
])("%s is one", (text) => {
  expect(parseHabitWishes([text]).problems).toEqual([]);
});

test("one habit alone, as a config has it", () => {
  expect(wishProblem("indent", "4", "the config")).toBeUndefined();
  expect(wishProblem("indent", "many", "the config")?.message).toBe(
    '"many" is no value of the habit indent (the config): one level of indentation: how many spaces, or a tab.',
  );
  expect(parseHabitWishes(["indent"]).problems[0]?.message).toMatch(
    /^No value was given for the habit indent \(--habit\): /,
  );
});
