import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScratch, packTool, unpackTool } from "../../scripts/next-app.mjs";
import { runnerNames } from "../../src/spec/tests.js";
import { runTool } from "../support/run-tool.js";
import { runTests, testedApp } from "../support/tested-app.js";
import { typeCheck } from "../support/type-check.js";

let scratch: string;
let tarball: string;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
});
afterAll(() => fs.remove(scratch));

/** What is asked for, with `--test` alone: the app shows its runner. */
const every = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const routes = [
  { route: "posts", crud: true, auth: "bearer" },
  { route: "users/[id]/posts", methods: every, fields: "name:string,status:open|done,due:date" },
  { route: "users/[id]/posts/[postId]", methods: every, fields: "name:string,status:open|done,due:date" },
  { route: "members/[id]", auth: "better-auth" },
  { route: "teams", auth: "authjs" },
  { route: "notes", auth: "session" },
  { route: "docs/[...slug]", methods: every },
  { route: "plain", template: "basic", methods: every },
  { route: "texts", template: "text", methods: every },
  { route: "found", template: "search" },
  { route: "uploads", template: "form" },
  { route: "sessions", template: "cookies" },
];

// At the same time: each waits for processes of its own.
test.concurrent.each(runnerNames)(
  "the tests that are written for %s pass at once, and compile",
  async (runner) => {
    const app = await testedApp(runner);
    try {
      await unpackTool(app, tarball);
      await fs.writeJson(path.join(app, "routes.json"), routes);
      const written = await runTool(app, ["--from", "routes.json", "--test", "--habit", "none"]);
      expect(written.code, written.stdout + written.stderr).toBe(0);
      const { passed, failed, said } = await runTests(app, runner);
      expect(failed, said).toBe(0);
      expect(passed, said).toBeGreaterThan(100);

      await fs.writeJson(path.join(app, "tsconfig.tests.json"), {
        extends: "./tsconfig.json",
        compilerOptions: { incremental: false },
        include: ["app/api/**/*.ts"],
      });
      expect(await typeCheck(app, "tsconfig.tests.json")).toMatchObject({ code: 0, stdout: "" });
    } finally {
      await fs.remove(app);
    }
  },
);

test("an app without a runner is told what to install, and nothing is written", async () => {
  const app = path.join(scratch, "no runner");
  await fs.outputJson(path.join(app, "package.json"), {
    dependencies: { next: "16.4.5" },
    packageManager: "pnpm@10.0.0",
  });
  await fs.ensureDir(path.join(app, "app"));
  await unpackTool(app, tarball);
  const alone = await runTool(app, ["posts", "--test"]);
  expect(alone.code).toBe(1);
  expect(alone.stderr).toContain("pnpm add -D vitest");
  expect(alone.stderr).toContain("pnpm add -D tsx");
  const named = await runTool(app, ["posts", "--test", "jest"]);
  expect(named.code).toBe(1);
  expect(named.stderr).toContain("pnpm add -D jest @types/jest @swc/jest @swc/core");
  expect(await fs.readdir(path.join(app, "app"))).toEqual([]);
});
