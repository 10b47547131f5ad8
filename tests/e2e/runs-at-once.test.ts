import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScratch, packTool, stateHome, unpackTool } from "../../scripts/next-app.mjs";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";

// Runs that start at the same moment end as if they had come one after the other, whichever was first.

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

const rounds = 6;

interface Round {
  /** The exit codes, in the order of the commands. */
  readonly codes: readonly (number | null)[];
  readonly stderr: string;
  readonly routeFiles: readonly string[];
}

/** Starts the commands at once, each time in a new app. */
async function atOnce(
  commands: readonly (readonly string[])[],
  before?: readonly string[],
): Promise<Round[]> {
  const found: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await fs.remove(path.join(app, "app"));
    await fs.remove(stateHome(app));
    await fs.outputJson(path.join(app, "package.json"), { dependencies: { next: "16.4.6" } });
    await fs.ensureDir(path.join(app, "app/api"));
    if (before) expect((await runTool(app, before)).code).toBe(0);
    const ended = await Promise.all(commands.map((args) => runTool(app, args)));
    const tree = treeOf(path.join(app, "app"));
    found.push({
      codes: ended.map(({ code }) => code),
      stderr: ended.map(({ stderr }) => stderr).join(""),
      routeFiles: [...tree.keys()].filter((name) => name.endsWith("/route.ts")).sort(),
    });
  }
  return found;
}

test("of two that clash one is done, and the other is told the conflict", async () => {
  for (const { codes, stderr, routeFiles } of await atOnce([["u/[id]"], ["u/[slug]/x"]])) {
    expect(codes.toSorted(), stderr).toEqual([0, 1]);
    expect(stderr).toContain("Next.js takes one name in one position");
    expect(routeFiles).toEqual([codes[0] === 0 ? "api/u/[id]/route.ts" : "api/u/[slug]/x/route.ts"]);
  }
});

test("of two files for one URL one is written", async () => {
  const commands = [["p"], ["(g)/api/p", "--base", "app"]];
  for (const { codes, stderr, routeFiles } of await atOnce(commands)) {
    expect(routeFiles, stderr).toHaveLength(1);
    // After the second, the app keeps its handlers in its folder, and the first has nothing to do.
    expect(codes).toEqual(routeFiles[0] === "api/p/route.ts" ? [0, 1] : [0, 0]);
  }
});

test("of two that are the same both are done", async () => {
  for (const { codes, stderr, routeFiles } of await atOnce([["posts"], ["posts"]])) {
    expect(codes, stderr).toEqual([0, 0]);
    expect(routeFiles).toEqual(["api/posts/route.ts"]);
  }
});

test("a collection and its item share what the first of them has written", async () => {
  for (const { codes, stderr, routeFiles } of await atOnce([["posts"], ["posts/[id]"]])) {
    expect(codes, stderr).toEqual([0, 0]);
    expect(routeFiles).toEqual(["api/posts/[id]/route.ts", "api/posts/route.ts"]);
  }
});

test("methods that are added to one file are all in it", async () => {
  const methods = ["POST", "PUT", "PATCH", "DELETE", "HEAD"];
  const commands = methods.map((method) => ["tags", "-m", method, "-t", "basic"]);
  for (const { codes, stderr } of await atOnce(commands, ["tags", "-m", "GET", "-t", "basic"])) {
    expect(codes, stderr).toEqual(methods.map(() => 0));
    const text = await fs.readFile(path.join(app, "app/api/tags/route.ts"), "utf8");
    for (const method of methods)
      expect(text).toMatch(new RegExp(`^export (async )?function ${method}\\(`, "m"));
  }
});
