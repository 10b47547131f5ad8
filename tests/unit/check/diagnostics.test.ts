import { expect, test } from "vitest";
import { readDiagnostics } from "../../../src/check/diagnostics.js";
import { problemsFrom, type Finding } from "../../../src/check/findings.js";

test("reads what tsc prints: places, messages that go on, and what is about no file", () => {
  const output = [
    "app/api/check-1/posts/[id]/route.ts(8,12): error TS2339: Property 'a' does not exist on type 'B'.",
    "shapes.ts(6,14): error TS2322: Type 'X' is not assignable to type 'Y'.",
    "  Types of property 'GET' are incompatible.",
    "    Type '1' is not assignable to type '2'.",
    "",
    "error TS5095: Option 'a' can only be used with 'b'.",
  ].join("\r\n");
  expect(readDiagnostics(output)).toEqual([
    {
      file: "app/api/check-1/posts/[id]/route.ts",
      line: 8,
      column: 12,
      code: "TS2339",
      lines: ["Property 'a' does not exist on type 'B'."],
    },
    {
      file: "shapes.ts",
      line: 6,
      column: 14,
      code: "TS2322",
      lines: [
        "Type 'X' is not assignable to type 'Y'.",
        "Types of property 'GET' are incompatible.",
        "Type '1' is not assignable to type '2'.",
      ],
    },
    {
      file: undefined,
      line: 1,
      column: 1,
      code: "TS5095",
      lines: ["Option 'a' can only be used with 'b'."],
    },
  ]);
  expect(readDiagnostics("")).toEqual([]);
});

test.each(["This is not the tsc command you are looking for", "a.ts(1,1): error TS1: A.\nFATAL ERROR: heap"])(
  "anything else is no answer: %j",
  (output) => {
    expect(readDiagnostics(output)).toBeUndefined();
  },
);

const finding: Finding = {
  code: "TEMPLATE_TYPES",
  message: "Cannot find name 'a'. (TS2304)",
  at: { file: "t.ejs", line: 3, column: 5 },
  written: { file: "app/api/check-3/posts/route.ts", line: 8, column: 12 },
  line: "  return a;",
  command: "create-api-route check-3/posts --methods GET",
};

test("the same finding in many files is one problem, with the names that a user's files would have", () => {
  const other = { ...finding, written: { ...finding.written, file: "app/api/check-12/tags/route.ts" } };
  const elsewhere = { ...finding, at: { file: "t.ejs", line: 4, column: 5 } };
  const problems = problemsFrom([finding, other, elsewhere]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toEqual({
    code: "TEMPLATE_TYPES",
    message: "Cannot find name 'a'. (TS2304)",
    hint: "Written by `create-api-route posts --methods GET` as app/api/posts/route.ts:8:12 (and in another file): return a;",
    path: "app/api/posts/route.ts",
    written: { file: "app/api/posts/route.ts", line: 8, column: 12 },
    at: { file: "t.ejs", line: 3, column: 5 },
  });
});
