import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { copyApp, makeScratch, packTool, stateHome, unpackTool } from "../../scripts/next-app.mjs";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";

let scratch: string;
let tarball: string;
let app: string;
let fresh: Map<string, string>;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
});
beforeEach(async () => {
  app = path.join(scratch, "app");
  await fs.remove(app);
  await fs.remove(stateHome(app));
  await copyApp("example", app);
  await unpackTool(app, tarball);
  fresh = treeOf(app);
});
afterAll(async () => {
  await fs.remove(scratch);
});

const at = (name: string) => path.join(app, name);

test("what a run wrote goes, folders too, and the tool says how", async () => {
  const made = await runTool(app, ["posts", "--crud"]);
  expect(made.stdout).toMatch(/Created 3 files\.\nTake it back: create-api-route undo\n$/);
  expect(treeOf(app)).not.toEqual(fresh);

  const back = await runTool(app, ["undo"]);
  expect(back).toEqual({
    code: 0,
    stderr: "",
    stdout: [
      "  delete     app/api/posts/[id]/route.ts",
      "  delete     app/api/posts/route.ts",
      "  delete     app/api/posts/data.ts",
      "",
      "Took it back: 3 files deleted.",
      "",
    ].join("\n"),
  });
  expect(treeOf(app)).toEqual(fresh);

  const again = await runTool(app, ["undo"]);
  expect(again).toEqual({ code: 0, stderr: "", stdout: `Nothing to undo in ${app}.\n` });
});

test("one run after the other is taken back, the last one first; from a folder of the app as well", async () => {
  await runTool(app, ["posts"]);
  const first = treeOf(app);
  await runTool(app, ["tags", "posts/:id"]);
  expect((await runTool(app, ["undo"], { cwd: at("app/api/posts") })).code).toBe(0);
  expect(treeOf(app)).toEqual(first);
  expect((await runTool(app, ["undo", "--cwd", "app"])).code).toBe(0);
  expect(treeOf(app)).toEqual(fresh);
});

test("files that a run added to or replaced are put back, to the last byte and permission", async () => {
  const added = at("app/api/added/route.ts");
  const replaced = at("app/api/replaced/route.ts");
  const own = "\uFEFFexport function GET() {\r\n  return new Response('mine')\r\n}\r\n";
  for (const file of [added, replaced]) {
    await fs.outputFile(file, own);
    await fs.chmod(file, 0o640);
  }
  const before = treeOf(app);
  const first = await runTool(app, ["added", "-m", "GET,POST", "-t", "basic"]);
  expect(first.stdout).toContain("update     app/api/added/route.ts");
  const second = await runTool(app, ["replaced", "-t", "basic", "--force"]);
  expect(second.stdout).toContain("overwrite  app/api/replaced/route.ts");

  for (const name of ["replaced", "added"]) {
    expect((await runTool(app, ["undo"])).stdout).toBe(
      `  restore    app/api/${name}/route.ts\n\nTook it back: 1 file restored.\n`,
    );
  }
  expect(treeOf(app)).toEqual(before);
  for (const file of [added, replaced]) {
    const { mode } = await fs.stat(file);
    if (process.platform !== "win32") expect(mode & 0o777).toBe(0o640);
  }
});

test("a file that was touched since stays and is named; the rest goes", async () => {
  await runTool(app, ["posts", "--crud"]);
  await fs.appendFile(at("app/api/posts/data.ts"), "// mine\n");
  const touched = treeOf(app);

  const { code, stdout, stderr } = await runTool(app, ["undo"]);
  expect(code).toBe(0);
  expect(stdout).toContain("  kept       app/api/posts/data.ts        (changed since)\n");
  expect(stdout).toContain("Took it back: 2 files deleted.");
  expect(stderr).toBe("warning app/api/posts/data.ts changed since that run and was left as it is.\n");
  const expected = new Map(touched);
  for (const gone of ["app/api/posts/route.ts", "app/api/posts/[id]/route.ts", "app/api/posts/[id]/"])
    expected.delete(gone);
  expect(treeOf(app)).toEqual(expected);
  expect((await runTool(app, ["undo"])).stdout).toContain("Nothing to undo");
});

test("a route file that stays is told to lack the module that goes", async () => {
  await runTool(app, ["posts"]);
  await fs.appendFile(at("app/api/posts/route.ts"), "// mine\n");
  const warning =
    "warning app/api/posts/route.ts changed since that run and was left as it is. It still imports app/api/posts/data.ts, taken back with that run.\n";
  expect((await runTool(app, ["undo", "--dry-run"])).stderr).toBe(warning);
  expect((await runTool(app, ["undo"])).stderr).toBe(warning);
  expect(await fs.pathExists(at("app/api/posts/data.ts"))).toBe(false);
});

test("if all of it was touched, nothing is done, and it can be taken back when it is as it was", async () => {
  await runTool(app, ["hello", "-t", "basic"]);
  const file = at("app/api/hello/route.ts");
  const text = await fs.readFile(file, "utf8");
  await fs.writeFile(file, `${text}// mine\n`);
  const touched = treeOf(app);
  const refused = await runTool(app, ["undo", "--json"]);
  expect(refused.code).toBe(1);
  expect(jsonDocument(refused.stdout)).toMatchObject({
    ok: false,
    files: [],
    error: { code: "UNDO_CONFLICT", message: expect.stringContaining("app/api/hello/route.ts") as string },
  });
  expect(refused.stderr).toMatch(/No files were written\.\n$/);
  expect(treeOf(app)).toEqual(touched);

  await fs.writeFile(file, text);
  expect((await runTool(app, ["undo"])).code).toBe(0);
  expect(treeOf(app)).toEqual(fresh);
});

test("a dry run says what would be, and does nothing; also if it is said before the command", async () => {
  await runTool(app, ["hello", "-t", "basic"]);
  const before = treeOf(app);
  for (const args of [
    ["undo", "--dry-run"],
    ["--dry-run", "undo"],
  ]) {
    const { code, stdout } = await runTool(app, args);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "  delete     app/api/hello/route.ts\n\nDry run: 1 file would be deleted. No files were written.\n",
    );
    expect(treeOf(app)).toEqual(before);
  }
});

test("JSON: the document of the main job", async () => {
  await runTool(app, ["hello", "-t", "basic"]);
  const { code, stdout } = await runTool(app, ["undo", "--json"]);
  expect(code).toBe(0);
  expect(jsonDocument(stdout)).toEqual({
    ok: true,
    dryRun: false,
    project: { root: app },
    files: [{ path: "app/api/hello/route.ts", action: "delete" }],
    warnings: [],
    error: null,
  });
});

test("the app's Next.js may have changed since, and its app folder may be gone", async () => {
  await runTool(app, ["hello", "-t", "basic"]);
  await fs.remove(at("app"));
  await fs.writeJson(at("package.json"), { dependencies: { next: "9" } });
  const { code, stdout } = await runTool(app, ["undo"]);
  expect(code).toBe(0);
  expect(stdout).toContain("  unchanged  app/api/hello/route.ts  (is back already)\n\nNothing to take back");
});

test("a broken record is passed over", async () => {
  await runTool(app, ["hello", "-t", "basic"]);
  await runTool(app, ["tags"]);
  const [folder = ""] = await fs.readdir(path.join(stateHome(app), "create-api-route"));
  const records = path.join(stateHome(app), "create-api-route", folder);
  const newest =
    (await fs.readdir(records))
      .filter((name) => name.startsWith("run-"))
      .sort()
      .at(-1) ?? "";
  await fs.writeFile(path.join(records, newest), "{");
  const { code, stdout } = await runTool(app, ["undo"]);
  expect(code).toBe(0);
  expect(stdout).toContain("delete     app/api/hello/route.ts");
});

test("the last 20 runs are kept", async () => {
  const names = Array.from({ length: 22 }, (_, index) => `hello-${String(index + 1)}`);
  for (const name of names) await runTool(app, [name, "-t", "basic"]);
  let undone = 0;
  while ((await runTool(app, ["undo", "--json"])).stdout.includes('"delete"')) undone += 1;
  expect(undone).toBe(20);
  expect(await fs.readdir(at("app/api"))).toEqual(["hello-1", "hello-2"]);
});

test("help, wrong usage, and routes that are called like it", async () => {
  const help = await runTool(app, ["undo", "--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("Usage: create-api-route undo [options]");
  for (const example of help.stdout.match(/(?<=\$ create-api-route ).+?(?= {2,}|$)/gm) ?? [])
    expect((await runTool(app, example.split(" "))).code).toBe(0);

  for (const [args, message] of [
    [
      ["undo", "--dryrun"],
      "error Unknown option '--dryrun'.\n      Did you mean --dry-run? All options: `create-api-route undo --help`.",
    ],
    [["undo", "-m", "GET"], "error Unknown option '-m'."],
    [["-m", "GET", "undo"], "error `undo` has no option '--methods'."],
    [["undo", "posts"], "error Too many arguments for 'undo'."],
    [["posts", "undo"], "For a route of that name write `./undo`."],
  ] as const) {
    const { code, stdout, stderr } = await runTool(app, args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  }
  expect(treeOf(app)).toEqual(fresh);
  expect((await runTool(app, ["./undo", "--dry-run"])).stdout).toContain("app/api/undo/route.ts");
});
