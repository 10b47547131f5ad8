import path from "node:path";
import fs from "fs-extra";
import { copyApp, installedApp } from "../../scripts/next-app.mjs";
import { run } from "../../scripts/run.mjs";
import type { RunnerName } from "../../src/spec/tests.js";

/** What a run of the tests of an app said: how many cases passed and failed, and all that was printed. */
export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  readonly said: string;
}

const configs = {
  vitest: {
    name: "vitest.config.mts",
    text: 'import { defineConfig } from "vitest/config";\n\nexport default defineConfig({ resolve: { alias: { "@": import.meta.dirname } } });\n',
  },
  jest: {
    name: "jest.config.json",
    text: '{ "transform": { "^.+\\\\.tsx?$": "@swc/jest" }, "moduleNameMapper": { "^@/(.*)$": "<rootDir>/$1" } }\n',
  },
} as const;

/** The apps of tests/apps/auth whose files do not stand in the way of each other's: all but one major of a package. */
const joined = ["authjs", "better-auth", "clerk", "session", "supabase"];

/** An app with every auth provider and every test runner, set up for one of them, below the folder with the packages. */
export async function testedApp(runner: RunnerName): Promise<string> {
  const packages = await installedApp("auth");
  const app = path.join(packages, `tests-${runner}-${String(process.pid)}`);
  const dependencies: Record<string, string> = {};
  const manifestOf = async (folder: string) =>
    (await fs.readJson(path.join(packages, folder, "package.json"))) as Record<string, object>;
  for (const name of joined) {
    await copyApp(`auth/${name}`, app);
    Object.assign(dependencies, (await manifestOf(name))["dependencies"]);
  }
  await fs.remove(path.join(app, "app/api"));
  await fs.writeJson(path.join(app, "package.json"), {
    name: "tested",
    dependencies,
    devDependencies: (await manifestOf("."))["devDependencies"],
    ...(runner === "node" ? { scripts: { test: "tsx --test" } } : {}),
  });
  if (runner !== "node") await fs.writeFile(path.join(app, configs[runner].name), configs[runner].text);
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
