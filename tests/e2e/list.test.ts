import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { copyApp, makeScratch, packTool, unpackTool } from "../../scripts/next-app.mjs";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";

let scratch: string;
let tarball: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
});
beforeEach(async () => {
  app = path.join(scratch, "apps", "web");
  await fs.remove(app);
  await copyApp("example", app);
  await unpackTool(app, tarball);
});
afterAll(async () => {
  await fs.remove(scratch);
});

const put = (name: string, text: string) => fs.outputFile(path.join(app, name), text);
const list = (...args: string[]) => runTool(app, ["list", ...args]);

test("what the tool wrote is listed with its guards and 405s, and nothing is written", async () => {
  expect(await list()).toEqual({ code: 0, stderr: "", stdout: "There are no route handlers in app.\n" });
  await runTool(app, ["posts", "--crud"]);
  await runTool(app, ["secrets", "docs/*slug", "--auth", "--no-fallbacks"]);
  const before = treeOf(app);
  expect(await list()).toEqual({
    code: 0,
    stderr: "",
    stdout: [
      "GET                          /api/docs/[...slug]  isAuthorized()  app/api/docs/[...slug]/route.ts",
      "GET, POST, OPTIONS           /api/posts           none seen       app/api/posts/route.ts  405: PUT, PATCH, DELETE",
      "GET, PATCH, DELETE, OPTIONS  /api/posts/[id]      none seen       app/api/posts/[id]/route.ts  405: POST, PUT",
      "GET, POST                    /api/secrets         isAuthorized()  app/api/secrets/route.ts",
      "",
      "4 routes, 10 handlers; 5 handlers without a guard seen",
      "",
    ].join("\n"),
  });
  expect(treeOf(app)).toEqual(before);
});

test("--public fails until what is open is guarded or allowed, by the flag or the project's settings", async () => {
  await runTool(app, ["posts", "-m", "GET,POST", "--no-fallbacks"]);
  await put("app/api/auth/[...all]/route.ts", "export const { GET, POST } = toNextJsHandler(auth);\n");
  const open = await list("--public");
  expect(open.code).toBe(1);
  expect(open.stdout).toBe(
    [
      "GET, POST  /api/auth/[...all]  unknown: made by toNextJsHandler()  app/api/auth/[...all]/route.ts",
      "GET, POST  /api/posts          none seen  app/api/posts/route.ts",
      "",
      "4 of 4 handlers without a guard seen, 2 of them changing something",
      "",
    ].join("\n"),
  );
  expect(open.stderr).toMatch(
    /^error .*POST \/api\/auth\/\[\.\.\.all\] \(made by toNextJsHandler\(\)\); POST \/api\/posts\.\n {6}Guard them/,
  );

  const json = await list("--public", "--json");
  expect(json.code).toBe(1);
  expect(jsonDocument(json.stdout)).toMatchObject({
    ok: false,
    routes: [{ route: "/api/auth/[...all]" }, { route: "/api/posts" }],
    error: { code: "PUBLIC_MUTATION" },
  });

  await put("create-api-route.config.json", JSON.stringify({ allow: ["/api/auth/*"] }));
  expect((await list("--public")).code).toBe(1);
  const allowed = await list("--public", "--allow", "POST /api/posts");
  expect(allowed).toMatchObject({ code: 0, stderr: "" });
  // What only reads is shown, and is no failure.
  expect(allowed.stdout).toMatch(
    /^GET {2}\/api\/posts {2}none seen .*\n\n1 of 4 handlers without a guard seen \(3 more are meant to be public\)\n$/,
  );
  expect(await list("--public", "--allow", "/api/posts", "-q")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a file that is broken is listed, and may be anything", async () => {
  await put("app/api/broken/route.ts", "export async function POST( {\n");
  const { code, stdout } = await list();
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^\? {2}\/api\/broken {2}unknown: does not parse: line \d+, column \d+: .* app\/api\/broken\/route\.ts\n/,
  );
  expect((await list("--public")).code).toBe(1);
  expect((await list("--public", "--allow", "/api/broken")).code).toBe(0);
});

test("of a monorepo the app that is meant, from anywhere in it", async () => {
  await put("app/api/posts/route.ts", "export function GET() {}\n");
  await fs.outputJson(path.join(scratch, "package.json"), { private: true, workspaces: ["apps/*"] });
  for (const [cwd, args] of [
    [scratch, []],
    [scratch, ["--cwd", "apps/web"]],
    [path.join(app, "app/api"), []],
  ] as const) {
    const { code, stdout } = await runTool(app, ["list", ...args], { cwd });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        cwd === scratch ? /^In apps\/web:\n\nGET {2}\/api\/posts / : /^GET {2}\/api\/posts /,
      ) as string,
    });
  }
  await fs.remove(path.join(scratch, "package.json"));
});

test("colours are for a terminal, or for those who ask for them", async () => {
  await put("app/api/posts/route.ts", "export function POST() {}\n");
  const plain = await list();
  const colored = await runTool(app, ["list"], { env: { FORCE_COLOR: "1" } });
  expect(colored.stdout).toContain("\u001b[31mnone seen");
  // eslint-disable-next-line no-control-regex -- colours are control characters
  expect(colored.stdout.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.stdout);
  const none = await runTool(app, ["list"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
  expect(none.stdout).toBe(plain.stdout);
});

test("the examples of its help run", async () => {
  await put("app/api/webhook/route.ts", "export function POST() {}\n");
  const help = await list("--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const example of help.stdout.match(/(?<=\$ create-api-route ).+?(?= {2,}|$)/gm) ?? [])
    expect((await runTool(app, example.split(" "))).code, example).toBe(example.endsWith("--public") ? 1 : 0);
});
