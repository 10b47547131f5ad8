import { expect, test } from "vitest";
import {
  decisive,
  errorCodes,
  failOnProblems,
  RunError,
  type ErrorCode,
  type Problem,
} from "../../src/errors.js";

const problem = (code: ErrorCode, message = "It is wrong."): Problem => ({ code, message, hint: "Mend it." });
const codes = Object.keys(errorCodes) as ErrorCode[];

test.each(codes)("%s ends the run as its row says", (code) => {
  const row = errorCodes[code];
  expect(new RunError([problem(code)]).exitCode).toBe(row.exit);
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(row.when).toMatch(/^[a-z].*[^.]$/);
});

test("wrong usage decides on the exit code, wherever it stands", () => {
  expect(new RunError([problem("USAGE"), problem("FILE_EXISTS")]).exitCode).toBe(2);
  expect(new RunError([problem("FILE_EXISTS"), problem("USAGE")]).exitCode).toBe(2);
  expect(new RunError([problem("FILE_EXISTS"), problem("NO_APP_FOLDER")]).exitCode).toBe(1);
});

test.each<[ErrorCode, ...ErrorCode[]]>([
  ["USAGE", "FILE_EXISTS"],
  ["FILE_EXISTS", "NO_APP_FOLDER", "USAGE", "ROUTE_INVALID"],
  ["FILE_EXISTS", "CANCELLED", "USAGE"],
  ["FILE_EXISTS", "NO_APP_FOLDER"],
])("one of %s, %s, … has the exit code of all: the first", (...codes) => {
  const [first, ...others] = codes.map((code) => problem(code));
  const all = [first!, ...others] as const;
  const { exitCode } = new RunError(all);
  const exits = codes.map((code) => errorCodes[code].exit);
  expect(all.indexOf(decisive(all))).toBe(exits.indexOf(exitCode));
});

test("the error has every problem, in its message too, and what caused it", () => {
  const problems = [problem("USAGE", "One."), problem("FILE_EXISTS", "Two.")] as const;
  const cause = new Error("why");
  const error = new RunError([...problems], { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "RunError", message: "One.\nTwo.", problems, cause });
});

test("problems fail a run, all at once; none do not", () => {
  expect(() => {
    failOnProblems([]);
  }).not.toThrow();
  const problems = [problem("USAGE", "One."), problem("FILE_EXISTS", "Two.")];
  expect(() => {
    failOnProblems(problems);
  }).toThrow(expect.objectContaining({ problems }) as Error);
});
