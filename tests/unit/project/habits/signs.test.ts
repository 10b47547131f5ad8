import { describe, expect, test } from "vitest";
import { shownBy } from "../../../../src/project/habits/neighbour.js";
import type { HabitName } from "../../../../src/spec/habits.js";
import { routeFile } from "../../../support/route-there.js";

function shown(habit: HabitName, text: string): string[] {
  const imports = 'import { NextResponse } from "next/server";\n';
  const { signs } = shownBy(routeFile(imports + text));
  return signs.filter((sign) => sign.habit === habit).map(({ value }) => value);
}

describe("the body of an error", () => {
  test.each([
    ['Response.json({ error: "No" }, { status: 404 })', ["{ error }"]],
    ["NextResponse.json({ message }, { status: 400 })", ["{ message }"]],
    ['Response.json({ error: "No", issues: [], code: 1 }, { status: 400 })', ["{ error }"]],
    [
      'Response.json({ success: false, error: { message: "No" } }, { status: 400 })',
      ["{ success: false, error: { message } }"],
    ],
    ['new NextResponse("No", { status: 403 })', ["text"]],
    ['new Response(JSON.stringify({ msg: "No" }), { status: 403 })', ["{ msg }"]],
    // Two sentences, a shape of its own, a success, a status that is not written out.
    ['Response.json({ error: "No", message: "Never" }, { status: 404 })', []],
    ['Response.json({ error: { code: "no" } }, { status: 404 })', []],
    ['Response.json({ error: "none" })', []],
    ['Response.json({ error: "No" }, init)', []],
    ["Response.json({ ...problem }, { status: 404 })", []],
  ])("%s", (answer, shapes) => {
    expect(shown("error", `export function GET() {\n  return ${answer};\n}`)).toEqual(shapes);
  });
});

describe("what a DELETE answers", () => {
  test.each([
    ["new Response(null, { status: 204 })", ["204"]],
    ["NextResponse.json({ success: true })", ["{ success: true }"]],
    ["Response.json({ deleted: id })", ["{ deleted }"]],
    ["Response.json({ id })", ["{ id }"]],
    ["Response.json({ deleted: await remove(id) })", []],
    ["Response.json(item)", []],
    ["Response.json({ ok: true, id })", []],
    ['new Response("Deleted")', []],
    ["new Response(null)", []],
  ])("%s", (answer, shapes) => {
    const text = `export async function DELETE() {\n  if (!id) return Response.json({ error: "No" }, { status: 404 });\n  return ${answer};\n}`;
    expect(shown("deleted", text)).toEqual(shapes);
  });

  test("is told by DELETE only", () => {
    expect(shown("deleted", "export const POST = () => Response.json({ success: true });")).toEqual([]);
  });
});

describe("what a catch block calls", () => {
  test.each([
    ['console.error("Failed:", error)', ["console.error(message, error)"]],
    ["console.error(error)", ["console.error(error)"]],
    ['logger.error({ err: error }, "Failed")', ["logger.error({ err: error }, message)"]],
    ["logger.error({ error }, `Failed ${id}`)", ["logger.error({ error }, message)"]],
    ["Sentry.captureException(error)", ["Sentry.captureException(error)"]],
    // An answer, something of its own, more than the error, nothing of the error, two sentences.
    ["return serverError(error)", []],
    ["local.error(error)", []],
    ["logger.error({ err: error, id })", []],
    ['console.error("Failed")', []],
    ['console.error("Failed", "badly", error)', []],
    ["metrics.increment(error)", []],
  ])("%s", (call, habits) => {
    const imports =
      'import { logger, metrics } from "@/lib/logger";\nimport * as Sentry from "@sentry/nextjs";\n';
    const text = `${imports}const local = console;\nexport function GET() {\n  try { return work(); } catch (error) { ${call}; }\n}`;
    expect(shown("logger", text)).toEqual(habits);
  });
});

describe("how a file of the app is imported", () => {
  test.each([
    ['import { a } from "@/lib/a";', ["@/*"]],
    ['import { a } from "~/lib/a";', ["~/*"]],
    ['import { a } from "#lib/a";', ["#lib/*"]],
    ['import { a } from "../../lib/a";', ["relative"]],
    ['import { fetchPost } from "../data";', []],
    ['import { a } from "./a";', []],
    ['import { a } from "@scope/a";', []],
    ['import { a } from "zod";', []],
  ])("%s", (statement, habits) => {
    expect(shown("imports", statement)).toEqual(habits);
  });
});

test("a request of the app's own type is no habit of plain handlers", () => {
  expect(shown("request", "export const GET = withAuth(async (req: AuthedRequest) => {});")).toEqual([]);
  expect(shown("request", "export const GET = withAuth(async (req: NextRequest) => {});")).toEqual([
    "NextRequest",
  ]);
});
