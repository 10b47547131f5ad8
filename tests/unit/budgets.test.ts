import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillApp } from "../../scripts/bench/app-of.mjs";
import { budgets, overBudget } from "../../scripts/budgets.mjs";
import { bundle, programs } from "../../scripts/bundle.mjs";
import { collectLicenses } from "../../scripts/licenses.mjs";
import { makeScratch } from "../../scripts/next-app.mjs";
import { npm } from "../../scripts/run.mjs";
import { repository } from "../support/pipeline.js";

let scratch: string;
let built: string;
beforeAll(async () => {
  scratch = await makeScratch();
  built = await packageOf("as it is", path.join(repository, "src/cli.ts"));
});
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

/** The package, built from an entry. */
async function packageOf(name: string, entry: string): Promise<string> {
  const folder = path.join(scratch, name);
  for (const part of ["schemas", "templates", "types", "package.json", "README.md", "LICENSE"])
    fs.cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
  const modules: string[] = [];
  for (const each of [entry, ...programs.slice(1)])
    modules.push(...(await bundle(each, path.join(folder, "dist"))));
  const licenses = await collectLicenses(modules.map((file) => path.relative(".", file)));
  fs.writeFileSync(path.join(folder, "dist/THIRD-PARTY-LICENSES.txt"), licenses);
  return folder;
}

interface Counted {
  readonly modules: number;
  readonly bytes: number;
  readonly calls: number;
}

/** What a run does in an app with so many routes. */
async function count(tool: string, routesThere: number, args: readonly string[]): Promise<Counted> {
  const app = fs.mkdtempSync(path.join(scratch, "app-"));
  await fillApp(app, routesThere);
  return countIn(app, tool, args, { NODE_DISABLE_COMPILE_CACHE: "1" });
}

function countIn(app: string, tool: string, args: readonly string[], env: Record<string, string>): Counted {
  const counter = path.join(repository, "tests/support/count-calls.cjs");
  const { status, output } = spawnSync(
    process.execPath,
    ["--require", counter, path.join(tool, "dist/start.cjs"), ...args],
    {
      cwd: app,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        COUNTED_PACKAGE: tool,
        XDG_STATE_HOME: path.join(app, "state"),
        ...env,
      },
    },
  );
  expect(status).toBe(0);
  return JSON.parse(String(output[3])) as Counted;
}

const names = (length: number) => Array.from({ length }, (_, index) => `thing-${String(index)}`);

test("a run loads and asks no more than it may", async () => {
  const { modules, bytes, calls } = await count(built, 0, ["posts"]);
  expect(overBudget({ modulesLoaded: modules, bytesLoaded: bytes, callsForOne: calls })).toEqual([]);
  // A counter that sees nothing would find nothing too much.
  expect(bytes).toBeGreaterThan(budgets.bytesLoaded.limit / 2);
  expect(calls).toBeGreaterThan(budgets.callsForOne.limit / 2);
});

test("each route of a run asks no more of the disk than it may", async () => {
  const [few, many] = [await count(built, 0, names(10)), await count(built, 0, names(110))];
  const callsPerRoute = (many.calls - few.calls) / 100;
  expect(overBudget({ callsPerRoute })).toEqual([]);
  expect(callsPerRoute).toBeGreaterThan(2);
});

test("each route that is there asks no more than that its folder is listed", async () => {
  const [few, many] = [await count(built, 100, ["posts"]), await count(built, 1000, ["posts"])];
  const callsPerRouteThere = (many.calls - few.calls) / 900;
  expect(overBudget({ callsPerRouteThere })).toEqual([]);
});

test("beside routes that an earlier run has looked at, a run loads no more than in an empty app", async () => {
  const app = fs.mkdtempSync(path.join(scratch, "app-"));
  await fillApp(app, 10);
  const run = () =>
    countIn(app, built, ["posts", "--dry-run"], { XDG_CACHE_HOME: path.join(scratch, "cache") });
  const [first, second] = [run(), run()];
  expect(overBudget({ modulesLoadedAgain: second.modules })).toEqual([]);
  expect(first.modules).toBeGreaterThan(second.modules);
});

test("the package is no larger than it may be", () => {
  const { stdout } = spawnSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: built });
  const [packed] = JSON.parse(String(stdout)) as [{ size: number }];
  expect(overBudget({ tarball: packed.size })).toEqual([]);
});

test("a heavy import on the way of every run is noticed", async () => {
  const entry = path.join(scratch, "cli.ts");
  const source = (file: string) => JSON.stringify(path.join(repository, "src", file));
  fs.writeFileSync(
    entry,
    `export { parseModule } from ${source("syntax/parse-module.ts")};\nexport { run } from ${source("cli.ts")};\n`,
  );
  const { bytes } = await count(await packageOf("with a parser", entry), 0, ["posts"]);
  expect(overBudget({ bytesLoaded: bytes })).toEqual([expect.stringContaining("bytesLoaded: ")]);
});
