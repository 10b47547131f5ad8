import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeScratch, packTool, unpackTool } from "../../scripts/next-app.mjs";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { openTool } from "../support/terminal.js";
import { treeOf } from "../support/tree.js";

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "app");
  await fs.ensureDir(app);
  await unpackTool(app, await packTool(scratch));
});
afterAll(async () => {
  await fs.remove(scratch);
});
beforeEach(async () => {
  for (const entry of await fs.readdir(app)) {
    if (entry !== "node_modules") await fs.remove(path.join(app, entry));
  }
  await fs.outputJson(path.join(app, "package.json"), { dependencies: { next: "16.4.6" } });
  await fs.outputFile(
    path.join(app, "app/api/things/[id]/route.ts"),
    "export function GET() {\n  return new Response();\n}\n",
  );
});

/** 200 resources: names in words, because numbers would not be found by a person either. */
const names = Array.from({ length: 200 }, (_, index) => `shelf-${String(index)}/books`);

const yaml = (wrong: Readonly<Record<number, string>> = {}) =>
  names.map((name, index) => wrong[index] ?? `- route: ${name}\n  crud: true\n`).join("");

describe("a file with 200 resources", () => {
  test("of which three are wrong in different ways: all three are told with their lines, and nothing is written", async () => {
    const wrong = {
      17: `- route: ${names[17]!}\n  methods: [GET, PSOT]\n`,
      90: `- route: things/[slug]\n  methods: GET\n`,
      199: `- route: ${names[199]!}\n  tempalte: form\n`,
    };
    await fs.writeFile(path.join(app, "routes.yml"), yaml(wrong));
    const before = treeOf(app);
    const { code, stdout, stderr } = await runTool(app, ["--from", "routes.yml"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "error routes.yml:36:18 "PSOT" is not a method that a route handler can export.
            Did you mean POST? The methods are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.
      error routes.yml:181:10 app/api/things/[id]/route.ts calls the segment after /api/things \`[id]\`, app/api/things/[slug]/route.ts \`[slug]\`: Next.js takes one name in one position. \`next build\` of Next.js 16.4.6 may pass, and then \`next start\` ends with an error at once.
            Ask for \`things/[id]\`.
      error routes.yml:400:3 "tempalte" is no field of a route.
            Did you mean template? There are route, methods, dynamic, crud, catchAll, optional, template, auth, role, fields, validate, data, fallbacks, test, habits.

      No files were written.
      "
    `);
    expect(treeOf(app)).toEqual(before);

    const json = await runTool(app, ["--from", "routes.yml", "--json"]);
    const { error } = jsonDocument(json.stdout) as { error: { problems: { code: string; at: object }[] } };
    expect(error.problems.map(({ code: told, at }) => [told, at])).toEqual([
      ["METHOD_UNKNOWN", { file: "routes.yml", line: 36, column: 18 }],
      ["PARAM_NAMES_DIFFER", { file: "routes.yml", line: 181, column: 10 }],
      ["SPEC_INVALID", { file: "routes.yml", line: 400, column: 3 }],
    ]);
  });

  test("mended: all are written in one run, which is taken back in one", async () => {
    await fs.writeFile(path.join(app, "routes.yml"), yaml());
    const before = treeOf(app);
    const { code, stdout } = await runTool(app, ["--from", "routes.yml"]);
    expect(code).toBe(0);
    // For each resource the collection, its item and their store.
    expect(stdout).toContain("Created 600 files.");
    expect(
      [...treeOf(path.join(app, "app")).keys()].filter((name) => name.endsWith("/route.ts")),
    ).toHaveLength(401);

    const again = await runTool(app, ["--from", "routes.yml"]);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain("Nothing to do");

    expect(await runTool(app, ["undo"])).toMatchObject({ code: 0 });
    expect(treeOf(app)).toEqual(before);
  });

  test("as JSON on standard input, with a schema beside the list", async () => {
    const routes = names.map((route) => ({ route, methods: ["GET"] }));
    const input = JSON.stringify({
      $schema: "https://unpkg.com/create-api-route/schemas/routes.schema.json",
      routes,
    });
    const { code, stdout } = await runTool(app, ["--from", "-", "--json", "--dry-run"], { input });
    expect(code).toBe(0);
    expect((jsonDocument(stdout) as { files: unknown[] }).files).toHaveLength(400);
  });
});

test("a long run shows on a terminal how far it is, and takes that away; a short one shows nothing", async () => {
  const many = Array.from({ length: 3000 }, (_, index) => `- route: shelf-${String(index)}\n`).join("");
  await fs.writeFile(path.join(app, "routes.yml"), many);
  const long = openTool(app, ["--from", "routes.yml", "--quiet"]);
  expect((await long.ended()).exitCode).toBe(0);
  expect(long.raw()).toMatch(/█+░+ Planning: \d+ of 3000/);
  expect(long.raw()).toMatch(/█+░* Writing: \d+ of 6000/);
  expect(long.screen()).toBe("");

  const short = openTool(app, ["one", "-m", "GET", "--quiet"]);
  expect((await short.ended()).exitCode).toBe(0);
  expect(short.raw()).toBe("");

  await fs.remove(path.join(app, "app/api"));
  const silent = await runTool(app, ["--from", "routes.yml", "--quiet"]);
  expect(silent).toEqual({ code: 0, stdout: "", stderr: "" });
});
