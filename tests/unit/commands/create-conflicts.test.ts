import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import { RunError } from "../../../src/errors.js";
import type { CreateOptions } from "../../../src/options.js";
import { templates } from "../../support/pipeline.js";
import { treeOf } from "../../support/tree.js";
import { noStdin } from "../../support/no-stdin.js";
import { noProgress } from "../../../src/progress.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "create-conflicts-"));
  write({ "package.json": '{ "dependencies": { "next": "15.5.28" } }', "app/page.tsx": "" });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}

const run = (routes: string[], options: Partial<CreateOptions> = {}) =>
  create(routes, { fallbacks: true, ...options } as CreateOptions, {
    cwd: root,
    templates,
    readStdin: noStdin,
    progress: noProgress,
    statePlaces: [],
    tool: "0.0.0",
  });

/** The codes of a run that fails; it has to leave everything as it was. */
async function refused(routes: string[], options?: Partial<CreateOptions>): Promise<string[]> {
  const before = treeOf(root);
  const error: unknown = await run(routes, options).catch((thrown: unknown) => thrown);
  expect(treeOf(root)).toEqual(before);
  if (!(error instanceof RunError)) throw new Error("The run did not fail.", { cause: error });
  return error.problems.map(({ code }) => code);
}

const handler = "export function GET() {\n  return new Response();\n}\n";

test("every conflict of a run is told at once with all else that is wrong, and nothing is written", async () => {
  write({
    "app/api/posts/[slug]/route.ts": handler,
    "app/api/users/page.tsx": "",
    "pages/api/tags.ts": "",
    "app/api/old/route.js": "",
  });
  expect(await refused(["posts/[id]", "users", "tags", "fine", "old"])).toEqual([
    "PARAM_NAMES_DIFFER",
    "PAGES_ROUTER_URL",
    "ROUTE_AND_PAGE",
    "FILE_EXISTS",
  ]);
  expect(await refused(["posts/[id]", "_private", "docs/*slug/x"])).toEqual([
    "ROUTE_INVALID",
    "CATCH_ALL_NOT_LAST",
    "PARAM_NAMES_DIFFER",
  ]);
});

test("what is in the way of a route is told beside others that are wrong", async () => {
  write({ "app/api/broken/route.ts": "export function (", "app/api/old/route.js": "", "lib/x": "" });
  symlinkSync(path.join(root, "lib"), path.join(root, "app/api/linked"), "junction");
  expect(await refused(["c d", "linked", "broken", "old"], { methods: ["FOO"] })).toEqual([
    "METHOD_UNKNOWN",
    "ROUTE_INVALID",
    "PROJECT_UNREADABLE",
    "FILE_EXISTS",
    "ROUTE_OUTSIDE_APP",
  ]);
});

test("a file that is missing is told beside options that are wrong whatever it says", async () => {
  const options = { from: "nope.yml", methods: ["FOO"], template: "nope", optional: true };
  expect(await refused([], options)).toEqual(["METHOD_UNKNOWN", "TEMPLATE_UNKNOWN", "SPEC_UNREADABLE"]);
});

test("a dry run and a forced one refuse the same", async () => {
  write({ "app/api/posts/[slug]/route.ts": handler });
  for (const options of [{ dryRun: true }, { diff: true }, { force: true }]) {
    expect(await refused(["posts/[id]"], options)).toEqual(["PARAM_NAMES_DIFFER"]);
  }
});

test("a route file that is there is in conflict with nothing new, however it is called", async () => {
  write({ "app/api/posts/route.tsx": handler, "app/api/users/[id]/route.ts": handler });
  const { changes } = await run(["posts", "users/[id]"], { methods: ["POST", "PATCH"] });
  expect(changes.filter(({ purpose }) => purpose.kind === "route").map(({ action }) => action)).toEqual([
    "update",
    "update",
  ]);
  const forced = await run(["posts"], { force: true, dryRun: true });
  expect(forced.changes[0]).toMatchObject({ action: "overwrite", path: "app/api/posts/route.tsx" });
});

test("a broken tree and a public file are warned of, and the route is written", async () => {
  write({ "app/a/[x]/page.tsx": "", "app/a/[y]/b/page.tsx": "", "public/api/posts": "hello" });
  const { warnings, changes } = await run(["posts"], { dryRun: true });
  expect(changes[0]).toMatchObject({ action: "create" });
  const told = warnings.filter(({ code }) => code === "TREE_CONFLICT" || code === "PUBLIC_FILE_WINS");
  expect(told).toEqual([
    {
      code: "TREE_CONFLICT",
      message:
        "app/a/[x]/page.tsx calls the segment after /a `[x]`, app/a/[y]/b/page.tsx `[y]`: Next.js takes one name in one position. `next build` of Next.js 15.5.28 passes, and then every request to the app fails with a 500, whatever it asks for. The new routes do not answer until it is mended.",
    },
    {
      code: "PUBLIC_FILE_WINS",
      message:
        "public/api/posts has the URL /api/posts: Next.js serves that file, and the route never answers until it is moved.",
    },
  ]);
});

test("a base folder that the settings name is theirs to mend", async () => {
  write({ "create-api-route.config.json": '{ "base": "nope" }' });
  await expect(run(["posts"])).rejects.toMatchObject({
    exitCode: 1,
    problems: [
      {
        code: "CONFIG_INVALID",
        message: '"base" in create-api-route.config.json is "nope", which is not in the app folder.',
        hint: 'Name a folder at or below app, e.g. `"base": "app/(chat)/api"`.',
      },
    ],
  });
  expect(await refused(["posts"], { base: "other" })).toEqual(["ROUTE_OUTSIDE_APP"]);
});

test("what is pasted as an absolute path goes where it says", async () => {
  const { changes } = await run([path.join(root, "app/blog/feed/route.ts")], {
    base: path.join(root, "app", "api"),
    methods: ["GET"],
    template: "basic",
  });
  expect(changes.map((change) => change.path)).toEqual(["app/blog/feed/route.ts"]);
  expect(await refused([path.join(root, "lib/x/route.ts")])).toEqual(["ROUTE_OUTSIDE_APP"]);
  expect(await refused(["posts"], { base: path.join(root, "lib") })).toEqual(["ROUTE_OUTSIDE_APP"]);
});
