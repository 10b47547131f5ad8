import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { copyApp, makeScratch, packTool, unpackTool } from "../../scripts/next-app.mjs";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";

let scratch: string;
let tarball: string;
let app: string;
let cache: string;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
});
beforeEach(async () => {
  app = path.join(scratch, "apps", "web");
  cache = path.join(scratch, "cache");
  await fs.remove(app);
  await fs.remove(cache);
  await copyApp("example", app);
  await unpackTool(app, tarball);
  await put(users, guarded);
});
afterAll(async () => {
  await fs.remove(scratch);
});

const users = "app/api/users/route.ts";
const guarded = `import { auth } from '@/auth'

export async function DELETE(req: Request) {
  const session = await auth()
  if (!session) {
    return Response.json({ message: 'Unauthorized' }, { status: 401 })
  }
  return Response.json({ deleted: new URL(req.url).pathname })
}
`;
const put = (name: string, text: string) => fs.outputFile(path.join(app, name), text);
const tool = (args: string[], env: Record<string, string> = {}) =>
  runTool(app, args, { env: { XDG_CACHE_HOME: cache, ...env } });
const found = () =>
  fs.existsSync(cache) &&
  fs
    .readdirSync(cache, { recursive: true })
    .map(String)
    .some((name) => /\bapps\b/.test(name));

test("a second run writes what the first would have, in what the app has become since then", async () => {
  const dry = ["posts", "--auth", "--diff"];
  const first = await tool(dry);
  expect(first.code).toBe(0);
  expect(first.stdout).toContain("await auth()");
  expect(found()).toBe(true);
  expect(await tool(dry)).toEqual(first);

  await put(users, guarded.replaceAll("'", '"').replaceAll("message", "error"));
  const changed = await tool(dry);
  expect(changed).toEqual(await tool(dry, { NODE_DISABLE_COMPILE_CACHE: "1" }));
  expect(changed.stdout).toContain('{ error: "Unauthorized" }');
});

describe("a list", () => {
  test("of a second run is that of the first, and a guard that is gone is missed", async () => {
    const first = await tool(["list", "--json"]);
    expect(first.stdout).toContain('"guard": "auth()"');
    expect(await tool(["list", "--json"])).toEqual(first);
    expect((await tool(["list", "--public"])).code).toBe(0);
    await put(users, guarded.replace("if (!session)", "if (false)"));
    expect((await tool(["list", "--public"])).code).toBe(1);
    await put(users, guarded);
    expect((await tool(["list", "--public"])).code).toBe(0);
  });

  test("writes nothing in the app", async () => {
    const before = treeOf(app);
    await tool(["list"]);
    expect(treeOf(app)).toEqual(before);
    expect(found()).toBe(true);
  });
});

test("another build of the tool looks for itself", async () => {
  await tool(["list"]);
  const [folder = ""] = await fs.readdir(path.join(cache, "create-api-route/apps"));
  const kept = path.join(cache, "create-api-route/apps", folder, "handlers");
  await fs.writeFile(
    kept,
    (await fs.readFile(kept, "latin1")).replace('"by":"auth()"', '"by":"kept()"'),
    "latin1",
  );
  expect((await tool(["list"])).stdout).toContain("kept()");
  const chunk = path.join(app, "node_modules/create-api-route/dist/handlers.cjs");
  await fs.appendFile(chunk, "\n");
  expect((await tool(["list"])).stdout).toContain("auth()");
});

test("an empty HOME does not lead into the app", async () => {
  const before = treeOf(app);
  await tool(["list"], { HOME: "", XDG_CACHE_HOME: "" });
  expect(treeOf(app)).toEqual(before);
});

test("nothing is kept where the user wants no cache", async () => {
  await tool(["posts", "--dry-run"], { NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(found()).toBe(false);
});
