import { readFileSync, rmSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import type { RunError } from "../../../src/errors.js";
import type { Report } from "../../../src/model.js";
import type { CreateOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { app, at, manifest, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";

// A test is asked for when the route is there already, in whole or in part.

useFolder();
beforeEach(() => {
  write({
    ...app(),
    "package.json": { ...manifest(), devDependencies: { vitest: "4.1.12", tsx: "4.20.0" } },
  });
});

const run = (route: string, options: Partial<CreateOptions> = {}) =>
  create(
    [route],
    { ...noOptions, format: false, ...options },
    { cwd: at(), templates, readStdin: noStdin, statePlaces: [], tool: "0.0.0", progress: noProgress },
  );

const actions = ({ changes }: Report) => changes.map(({ path, action }) => `${action} ${path}`);
const said = ({ warnings }: Report) =>
  warnings.filter(({ code }) => code === "TEST_LEFT_OUT" || code === "FILE_KEPT");
const testFile = "app/api/posts/route.test.ts";
const read = (file: string) => readFileSync(at(file), "utf8");
const changed = (file: string, from: string, to: string) => {
  expect(read(file)).toContain(from);
  write({ [file]: read(file).replace(from, to) });
};
const groups = (file = testFile) =>
  [...read(file).matchAll(/^describe\("(.*?)"/gm)].map(([, title]) => title);

/** The test that is written together with its route. */
async function atOnce(route: string, options: Partial<CreateOptions> = {}): Promise<string> {
  await run(route, { test: "vitest", ...options });
  const text = read(testFile);
  rmSync(at("app/api/posts"), { recursive: true });
  return text;
}

test.each<[string, Partial<CreateOptions>]>([
  ["as built in", {}],
  [
    "with fields, a guard and every method",
    {
      fields: ["views:int", "status:open|done"],
      auth: "bearer",
      methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    },
  ],
  ["without fallbacks", { fallbacks: false }],
  ["of a template without data", { template: "form" }],
  ["for node:test, where the store is the real one", { test: "node" }],
])("the test of a complete route is the one that comes with it: %s", async (_, options) => {
  const whole = await atOnce("posts", options);
  await run("posts", { ...options, test: undefined });
  const report = await run("posts", { test: "vitest", ...options });
  expect(actions(report)).toContain(`create ${testFile}`);
  expect(actions(report).filter((action) => !action.startsWith("unchanged"))).toHaveLength(1);
  expect(said(report)).toEqual([]);
  expect(read(testFile)).toBe(whole);

  expect(actions(await run("posts", { test: "vitest", ...options }))).toContain(`unchanged ${testFile}`);
});

test("the runner is missing for a complete route as for a new one", async () => {
  write({ "package.json": manifest() });
  await run("posts");
  const codes = await run("posts", { test: "node" }).then(
    () => [],
    (error: unknown) => (error as RunError).problems.map(({ code }) => code),
  );
  expect(codes).toEqual(["TEST_MISSING"]);
});

test("a collection that is there gets its test together with its item", async () => {
  await run("posts");
  const report = await run("posts", { crud: true, test: true });
  expect(actions(report)).toEqual([
    "unchanged app/api/posts/route.ts",
    "create app/api/posts/[id]/route.ts",
    "unchanged app/api/posts/data.ts",
    `create ${testFile}`,
    "create app/api/posts/[id]/route.test.ts",
  ]);
});

test("a handler that is added is tested together with those that are there", async () => {
  await run("posts", { methods: ["GET"] });
  const report = await run("posts", { methods: ["POST"], test: true });
  expect(said(report)).toEqual([]);
  expect(groups()).toEqual(["GET /api/posts", "POST /api/posts", "other methods of /api/posts"]);
});

test("a test that is there stays as it is, and nothing is said where nothing was added", async () => {
  await run("posts", { methods: ["GET"] });
  write({ [testFile]: "// ours\n" });
  const same = await run("posts", { methods: ["GET"], test: true });
  expect(actions(same)).toContain(`unchanged ${testFile}`);
  expect(said(same)).toEqual([]);
  const added = await run("posts", { test: true });
  expect(said(added)).toEqual([
    {
      code: "FILE_KEPT",
      message: `${testFile} is there already and stays as it is: what was added to the route is not in it.`,
    },
  ]);
  expect(read(testFile)).toBe("// ours\n");
});

test("the store may have given way to a database, where the runner stands in for it", async () => {
  await run("posts");
  changed("app/api/posts/data.ts", "const posts = store[key];", "const posts = await connected(store[key]);");
  changed("app/api/posts/data.ts", "posts.set(post.id, post);", "await db.insert(post);");
  const report = await run("posts", { test: "vitest" });
  expect(said(report)).toEqual([]);
  expect(groups()).toContain("POST /api/posts");
  const real = await run("posts", { test: "node", force: true });
  expect(said(real).map(({ code }) => code)).toContain("TEST_LEFT_OUT");
});

test("what a search finds is not known where its data is the app's own", async () => {
  await run("posts", { template: "search" });
  changed("app/api/posts/data.ts", "First post", "Another post");
  const report = await run("posts", { template: "search", test: "node" });
  expect(said(report).map(({ message }) => message)).toEqual([
    `${testFile} has no cases for GET /api/posts: node:test cannot stand in for the data module.`,
  ]);
});

test("a handler that was changed has no cases, and that is said", async () => {
  await run("posts");
  changed("app/api/posts/route.ts", "status: 201", "status: 202");
  const report = await run("posts", { test: true });
  expect(said(report)).toEqual([
    {
      code: "TEST_LEFT_OUT",
      message: `${testFile} has no cases for POST /api/posts: what is there is not what these options write.`,
    },
  ]);
  expect(groups()).toEqual(["GET /api/posts", "other methods of /api/posts"]);
});

test("a function that handlers call counts as a part of them", async () => {
  await run("posts", { auth: "bearer" });
  changed("app/api/posts/route.ts", "!API_TOKEN || !token", "!token");
  const report = await run("posts", { auth: "bearer", test: true });
  expect(said(report).map(({ message }) => message)).toEqual([
    `${testFile} has no cases for GET, POST /api/posts: what is there is not what these options write.`,
  ]);
});

test("handlers of somebody else have no cases, and without a case there is no file", async () => {
  write({
    "app/api/posts/route.ts":
      "export async function GET() { return Response.json([]); }\nexport const POST = handler;\nexport function OPTIONS() { return new Response(); }\n",
  });
  const report = await run("posts", { test: true });
  expect(actions(report)).toEqual(["unchanged app/api/posts/route.ts"]);
  expect(said(report).map(({ message }) => message)).toEqual([
    `${testFile} has no cases for GET, POST, OPTIONS /api/posts: what is there is not what these options write.`,
  ]);
});

test.each(["complete", "new", "replaced"])(
  "a %s route has no cases beside a data module with other fields",
  async (state) => {
    await run("posts", { crud: true, fields: ["views:int"] });
    if (state === "new") rmSync(at("app/api/posts/route.ts"));
    const report = await run("posts", { test: true, force: state === "replaced" });
    expect(said(report)).toContainEqual({
      code: "TEST_LEFT_OUT",
      message: `${testFile} has no cases for GET, POST /api/posts: app/api/posts/data.ts is not what these options write.`,
    });
    rmSync(at(testFile), { force: true });
    expect(said(await run("posts", { test: true, fields: ["views:int"] }))).toEqual([]);
    expect(read(testFile)).toContain("views: 1");
  },
);
