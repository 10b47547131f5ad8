import path from "node:path";
import fs from "fs-extra";
import { run } from "../../scripts/run.mjs";
import type { RunnerName } from "../../src/spec/tests.js";
import { addStackApp, stackApp } from "./stack-app.js";

/** What a run of the tests of an app said: how many cases passed and failed, and all that was printed. */
export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  readonly said: string;
}

/** The apps of tests/apps/stack with a guard whose files do not stand in the way of each other's: all but one major of a package. */
const joined = ["authjs", "better-auth", "clerk", "session", "supabase"];

/** The app that has a test runner, with every auth provider besides. */
export async function testedApp(runner: RunnerName): Promise<string> {
  const app = await stackApp(runner);
  for (const name of joined) await addStackApp(app, name);
  await fs.remove(path.join(app, "app/api"));
  return app;
}

/** Runs the tests of an app, as its `test` script would. */
export async function runTests(app: string, runner: RunnerName): Promise<TestRun> {
  const modules = path.join(app, "../node_modules");
  // What runs these tests has its own settings in the environment.
  const env = {
    NODE_ENV: undefined,
    VITEST: undefined,
    FORCE_COLOR: "0",
    NO_COLOR: "1",
    NODE_OPTIONS: undefined,
  };
  const node = (...args: readonly string[]) => run(process.execPath, [...args], { cwd: app, env });
  const { stdout, stderr } = await {
    vitest: () => node(path.join(modules, "vitest/vitest.mjs"), "run", "--root", ".", "--reporter=default"),
    jest: () => node(path.join(modules, "jest/bin/jest.js"), "--ci"),
    node: async () =>
      node(path.join(modules, "tsx/dist/cli.mjs"), "--test", "--test-reporter=tap", ...(await testsIn(app))),
  }[runner]();
  const said = stdout + stderr;
  const count = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0);
  const line = /^ *Tests:? .*$/m.exec(said)?.[0] ?? "";
  return runner === "node"
    ? { passed: count(/^# pass (\d+)/m), failed: count(/^# fail (\d+)/m), said }
    : {
        passed: Number(/(\d+) passed/.exec(line)?.[1] ?? 0),
        failed: Number(/(\d+) failed/.exec(line)?.[1] ?? 0),
        said,
      };
}

/** Node 20 finds no tests in TypeScript by itself. */
async function testsIn(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, encoding: "utf8" });
  return entries.filter((file) => file.endsWith(".test.ts")).map((file) => path.join(folder, file));
}
