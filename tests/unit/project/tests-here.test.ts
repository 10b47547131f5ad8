import { describe, expect, test } from "vitest";
import { runnerFor } from "../../../src/plan/tests/test-missing.js";
import { placeIn, testFileAt } from "../../../src/project/test-places.js";
import { readTests } from "../../../src/project/tests-here.js";
import { at, useFolder, write } from "../../support/app-folder.js";

useFolder();

const aliases = () => [{ prefix: "@/", folder: "src" }];

function testsOf(files: Record<string, unknown>) {
  write({ ".git/HEAD": "", "package.json": {}, ...files });
  return readTests(at(), aliases);
}

const dev = (...names: string[]) => ({
  devDependencies: Object.fromEntries(names.map((name) => [name, "^30.0.0"])),
});
const importing = (runner: string, route: string) =>
  `import { it } from "${runner}";\nimport { GET } from "${route}";\nit("works", () => GET());\n`;

describe("the runner of an app", () => {
  test.each<[by: string, files: Record<string, unknown>, runner: string | undefined]>([
    ["its only dependency", { "package.json": dev("jest") }, "jest"],
    [
      "a configuration before a dependency",
      { "package.json": dev("jest", "vitest"), "jest.config.ts": "" },
      "jest",
    ],
    [
      "the test script before a configuration",
      {
        "package.json": { ...dev("vitest", "tsx"), scripts: { test: "node --import tsx --test" } },
        "vitest.config.ts": "",
      },
      "node",
    ],
    [
      "what a test of a route imports before all",
      {
        "package.json": { ...dev("jest", "vitest"), scripts: { test: "jest" } },
        "app/api/a/route.test.ts": importing("vitest", "./route"),
      },
      "vitest",
    ],
    [
      "the configuration of Vite with tests in it",
      { "vite.config.ts": "export default { test: {} };" },
      "vitest",
    ],
    ["no sign: tsx runs other things too", { "package.json": dev("tsx") }, undefined],
    [
      "no sign: a script that is called jest-like",
      { "package.json": { scripts: { test: "run-jest-like" } } },
      undefined,
    ],
  ])("is told by %s", (_by, files, runner) => {
    expect(testsOf(files).own).toBe(runner);
  });

  test("is the app's own before the one of the folder above", () => {
    write({
      ".git/HEAD": "",
      "package.json": { workspaces: ["web"], ...dev("vitest"), scripts: { test: "vitest" } },
      "vitest.config.ts": "",
      "web/package.json": dev("jest"),
      "web/jest.config.json": "{}",
    });
    expect(readTests(at("web"), aliases).own).toBe("jest");
  });

  test("that is too old, or not there, is told with what installs it", () => {
    const old = testsOf({ "package.json": { devDependencies: { vitest: "^2.1.0" } }, "bun.lock": "" });
    expect(runnerFor("any", old)).toMatchObject({
      code: "TEST_MISSING",
      message: "--test vitest needs vitest 3 or later, and the app has ^2.1.0.",
      hint: "Install it with `bun add --dev vitest`, and run the command again.",
    });
    expect(runnerFor("node", old)).toMatchObject({
      hint: "Install it with `bun add --dev tsx`, and run the command again.",
    });
  });

  test.each(["^2.1.0 || ^3.0.0", ">=2 <4", "2 - 4", ">=2"])(
    "is not too old where its range, %s, lets in a newer one",
    (range) => {
      const here = testsOf({ "package.json": { devDependencies: { vitest: range } } });
      expect(runnerFor("vitest", here)).toBe("vitest");
    },
  );

  test("is told of a browser that its tests run in", () => {
    const here = testsOf({ "vitest.config.ts": 'export default { test: { environment: "jsdom" } };' });
    expect([here.isBrowser, here.isModule, here.hasGlobals]).toEqual([true, false, false]);
  });
});

describe("the place of a test is that of the app's own", () => {
  test.each<[test: string, route: string, folder: string, file: string | undefined]>([
    ["app/api/a/route.test.ts", "app/api/a/route.ts", "app/api/b/[id]", "app/api/b/[id]/route.test.ts"],
    ["app/api/a/a.spec.ts", "app/api/a/route.ts", "app/api/b", "app/api/b/route.spec.ts"],
    [
      "app/api/a/__tests__/route.test.ts",
      "app/api/a/route.ts",
      "app/api/b",
      "app/api/b/__tests__/route.test.ts",
    ],
    ["tests/api/a/route.test.ts", "app/api/a/route.ts", "app/api/b/[id]", "tests/api/b/[id]/route.test.ts"],
    [
      "tests/app/api/a/route.test.ts",
      "src/app/api/a/route.ts",
      "src/app/api/b",
      "tests/app/api/b/route.test.ts",
    ],
    ["__tests__/api/a.test.ts", "app/api/a/route.ts", "app/api/b/c", "__tests__/api/b/c.test.ts"],
    ["tests/everything.test.ts", "app/api/a/route.ts", "app/api/b", undefined],
  ])("%s of %s", (file, route, folder, expected) => {
    const place = placeIn([{ test: file, route }]);
    expect(place && testFileAt(place, folder)).toBe(expected);
  });

  test("as they import a route by an alias too", () => {
    const here = testsOf({
      "tests/api/a/route.test.ts": importing("vitest", "@/app/api/a/route"),
      "node_modules/x/app/api/a/route.test.ts": importing("jest", "./route"),
    });
    expect(testFileAt(here.place, "src/app/api/b")).toBe("tests/api/b/route.test.ts");
  });
});
