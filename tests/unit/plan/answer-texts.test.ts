import { describe, expect, test } from "vitest";
import { answerTexts } from "../../../src/plan/answer-texts.js";
import { loggerText } from "../../../src/plan/logger-texts.js";

const json = { class: "NextResponse", form: "json" } as const;
const byHand = { class: "Response", form: "stringify" } as const;

describe("an error", () => {
  test.each([
    ["{ error }", '{ error: "No" }', '{ error: "No", issues: all }'],
    [
      "{ message, success: false }",
      '{ message: "No", success: false }',
      '{ message: "No", success: false, issues: all }',
    ],
    ["{ ok: false, error }", '{ ok: false, error: "No" }', '{ ok: false, error: "No", issues: all }'],
    ["{ error: { message } }", '{ error: { message: "No" } }', '{ error: { message: "No", issues: all } }'],
    [
      "{ success: false, error: { message } }",
      '{ success: false, error: { message: "No" } }',
      '{ success: false, error: { message: "No", issues: all } }',
    ],
  ])("as %s", (error, body, withIssues) => {
    const texts = answerTexts({ ...json, error });
    expect(texts.error("No", 400)).toBe(`NextResponse.json(${body}, { status: 400 })`);
    expect(texts.error("No", 400, { issues: "all" })).toBe(
      `NextResponse.json(${withIssues}, { status: 400 })`,
    );
  });

  test("as text, unless there is more to tell", () => {
    const texts = answerTexts({ ...byHand, error: "text" });
    expect(texts.error("No", 404, { headers: "headers" })).toBe(
      'new Response("No", { status: 404, headers })',
    );
    expect(texts.error("No", 400, { issues: "all" })).toBe(
      'new Response(JSON.stringify({ error: "No", issues: all }), { status: 400, headers: { "Content-Type": "application/json" } })',
    );
  });
});

test.each([
  [{}, '{ headers: { "Content-Type": "application/json" } }'],
  [
    { status: 201, headers: "{ Location: url }" },
    '{ status: 201, headers: { "Content-Type": "application/json", Location: url } }',
  ],
  [{ headers: "headers" }, '{ headers: { "Content-Type": "application/json", ...headers } }'],
])("a response by hand says that it is JSON, with %j", (options, init) => {
  expect(answerTexts({ ...byHand, error: "text" }).json("body", options)).toBe(
    `new Response(JSON.stringify(body), ${init})`,
  );
});

test("200 goes without saying", () => {
  expect(answerTexts({ ...json, error: "{ error }" }).json("body", { status: 200 })).toBe(
    "NextResponse.json(body)",
  );
});

test.each([
  ["console.error(message, error)", undefined, 'console.error("GET /a failed:", error)'],
  ["console.error(message, error)", "id", 'console.error("GET /a failed:", id, error)'],
  ["console.error(error)", "id", "console.error(error)"],
  ["logger.error({ err: error }, message)", undefined, 'logger.error({ err: error }, "GET /a failed")'],
  ["logger.error({ err: error }, message)", "id", "logger.error({ err: error }, `GET /a failed (${id})`)"],
])("%s with %s logs %s", (call, detail, text) => {
  expect(loggerText(call, "GET /a", detail)).toBe(text);
});
