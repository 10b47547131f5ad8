import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildApp,
  copyInstalledApp,
  installTool,
  makeScratch,
  packTool,
  startApp,
} from "../../scripts/next-app.mjs";
import { catchAll, collectionAndItem, exchangeAll, pageOf } from "../support/http-table.js";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { typeCheck } from "../support/type-check.js";
import { curl } from "../support/curl.js";
import { openTool } from "../support/terminal.js";
import { treeOf } from "../support/tree.js";

const routes = ["posts", "users/:id/orders", "docs/*slug"];
const items = ["posts/:id", "users/:id/orders/:orderId", "guide/*slug?"];

/** Each template, with methods and what else is said, as the last word of its `curl` line depends on them. */
const trials: readonly [template: string, methods: string, choice: string[]][] = [
  ["resource", "POST", []],
  ["resource", "GET,DELETE", ["-d"]],
  ["basic", "PUT", []],
  ["text", "PATCH", []],
  ["search", "GET", []],
  ["form", "POST", []],
  ["cookies", "POST,DELETE", []],
];

/** The lines that were printed for them. */
const lines: string[] = [];

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "app");
  await copyInstalledApp("example", app);
  await installTool(app, await packTool(scratch));
});

afterAll(async () => {
  await fs.remove(scratch);
});

describe.each(["app", "src/app"])("in an app with %s/", (appDir) => {
  beforeAll(async () => {
    if (appDir === "app") return;
    // The other layout, and the other caching model of Next 16.
    await fs.remove(path.join(app, "app", "api"));
    await fs.move(path.join(app, "app"), path.join(app, appDir));
    await fs.remove(path.join(app, ".next"));
    await fs.writeFile(path.join(app, "next.config.ts"), "export default {};\n");
  });

  test("three routes become three route files and the stores that they need", async () => {
    const { code, stdout, stderr } = await runTool(app, routes);
    expect(code).toBe(0);
    expect(stderr).toBe(
      "warning Anyone who can reach the app can call POST /api/posts; POST /api/users/[id]/orders. Guard it before you deploy; --auth writes a guard.\n",
    );
    const made = [
      `${appDir}/api/posts/route.ts`,
      `${appDir}/api/posts/data.ts`,
      `${appDir}/api/users/[id]/orders/route.ts`,
      `${appDir}/api/users/[id]/orders/data.ts`,
      `${appDir}/api/docs/[...slug]/route.ts`,
    ];
    for (const file of made) {
      expect(stdout).toMatch(new RegExp(`create {5}${file.replace(/[[\].]/g, "\\$&")} `));
      expect(await fs.pathExists(path.join(app, file)), file).toBe(true);
    }
    expect(stdout).toContain("Created 5 files.");
  });

  test("the same command again changes nothing and says so", async () => {
    const before = treeOf(app);
    const { code, stdout, stderr } = await runTool(app, routes);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Nothing to do");
    expect(treeOf(app)).toEqual(before);
  });

  test("the items join them, using the stores that are there", async () => {
    const { code, stdout } = await runTool(app, items);
    expect(code).toBe(0);
    expect(stdout).toContain(`unchanged  ${appDir}/api/posts/data.ts`);
    expect(stdout).toContain("Created 3 files.");
  });

  test.runIf(appDir === "app")("a person who is asked gets a request to try each template with", async () => {
    for (const [template, methods, choice] of trials) {
      const terminal = openTool(app, ["-t", template, "-m", methods, "-a", "bearer", ...choice]);
      await terminal.until("Which route?");
      await terminal.type(`tried-${template}`);
      await terminal.press("enter");
      if (choice.length === 0) {
        await terminal.until("What is it?");
        await terminal.press("enter");
      }
      await terminal.until(/Write (this|these) files?\?/);
      await terminal.press("enter");
      expect((await terminal.ended()).exitCode).toBe(0);
      lines.push(/^Try it: (.*)$/m.exec(terminal.text())?.[1] ?? "");
    }
    expect(lines).toHaveLength(trials.length);
  });

  test("next build accepts them, tsc has nothing to say, and every answer is as promised", async () => {
    const built = await buildApp(app);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    const checked = await typeCheck(app);
    expect(checked, checked.stdout).toMatchObject({ code: 0, stdout: "" });

    const server = await startApp(app, { API_TOKEN: "let-me-in" });
    try {
      const answers = await exchangeAll(server.url, [
        ...collectionAndItem("/api/posts", "post"),
        ...collectionAndItem("/api/users/7/orders", "order"),
        { says: "not theirs", method: "GET", place: "/api/users/8/orders", status: 200, answer: pageOf() },
        // A parent that cannot stand in a header as it is.
        {
          says: "a parent beyond ASCII",
          method: "POST",
          place: "/api/users/%E6%97%A5/orders",
          body: '{"title":"One"}',
          status: 201,
          creates: true,
        },
        ...catchAll("/api/docs", false),
        ...catchAll("/api/guide", true),
      ]);
      console.log(`${appDir}: ${String(answers.length)} answers as promised`);
      for (const line of lines.splice(0)) {
        const response = await curl(line, { cwd: app, env: { API_TOKEN: "let-me-in" }, origin: server.url });
        // There is no item yet: that is an answer, too.
        expect([200, 201, 404], `${line}: ${await response.text()}`).toContain(response.status);
        expect(response.status === 404, line).toBe(line.endsWith("/1"));
      }
      expect(server.log()).not.toMatch(/error/i);
    } finally {
      await server.stop();
    }
  });
});

describe("refused, with nothing written", () => {
  test.each([
    [["../../evil"], 2, 'error "../../evil" leads out of the app folder.'],
    [["..\\..\\evil"], 2, "leads out of the app folder."],
    [["/etc/passwd"], 2, 'error "/etc/passwd" is an absolute path'],
    [["C:\\evil"], 2, "is a path on the disk, not a route."],
    [["a b"], 2, 'error "a b": Next.js can serve only letters'],
    [["_private"], 2, "private"],
    [
      ["posts", "-m", "FETCH"],
      2,
      'error "FETCH" is not a method that a route handler can export.\n      Did you mean PATCH?',
    ],
    [["posts", "--dryrun"], 2, "error Unknown option '--dryrun'.\n      Did you mean --dry-run?"],
    [[], 2, "error No route was given: the argument [route...] is missing."],
    [["complete"], 2, "For a route of that name write `./complete`."],
    [["posts", "--cwd", "nowhere"], 2, "is not a folder."],
  ])("%j", async (args, exitCode, message) => {
    const before = treeOf(app);
    const { code, stdout, stderr } = await runTool(app, args);
    expect(stderr.replaceAll("\\\\", "\\")).toContain(message);
    expect(stderr).toMatch(/No files were written\.\n$/);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
    expect(treeOf(app)).toEqual(before);
  });

  test("all problems at once, each with what to do", async () => {
    const { code, stderr } = await runTool(app, ["a b", "../x", "[id]x", "-m", "GRAB,FETCH"]);
    expect(code).toBe(2);
    expect(stderr.match(/^error /gm)).toHaveLength(5);
    expect(stderr.match(/^ {6}\S/gm)).toHaveLength(5);
  });

  test("outside of a Next.js app", async () => {
    const elsewhere = path.join(scratch, "elsewhere");
    await fs.ensureDir(elsewhere);
    const { code, stdout, stderr } = await runTool(app, ["posts"], { cwd: elsewhere });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`There is no Next.js app in ${elsewhere}`);
    expect(await fs.readdir(elsewhere)).toEqual([]);
  });

  test("through a symbolic link", async () => {
    const outside = path.join(scratch, "outside");
    await fs.ensureDir(outside);
    await fs.ensureSymlink(outside, path.join(app, "src/app/api/linked"), "dir");
    const { code, stderr } = await runTool(app, ["linked/posts"]);
    await fs.remove(path.join(app, "src/app/api/linked"));
    expect(code).toBe(2);
    expect(stderr).toContain("src/app/api/linked is a symbolic link");
    expect(await fs.readdir(outside)).toEqual([]);
  });

  test("where the folder cannot be made, what was made before is taken back", async () => {
    await fs.outputFile(path.join(app, "src/app/api/blocked"), "a file");
    const before = treeOf(app);
    const { code, stderr } = await runTool(app, ["first", "blocked/second"]);
    expect(code).toBe(1);
    expect(stderr).toContain("src/app/api/blocked is there and is no folder; a folder has to go there.");
    expect(treeOf(app)).toEqual(before);
  });
});

describe("what it says", () => {
  test("a dry run says what the run does, and writes nothing", async () => {
    const before = treeOf(app);
    const args = ["blog/articles", "--crud"];
    const dry = await runTool(app, [...args, "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain("Dry run: 3 files would be created. No files were written.");
    expect(treeOf(app)).toEqual(before);

    const real = await runTool(app, args);
    const listed = (stdout: string) => stdout.split("\n").filter((line) => line.startsWith("  create "));
    expect(listed(real.stdout)).toEqual(listed(dry.stdout));
    expect(dry.stdout).toContain(
      "Habits that src/app/api/blog/articles/route.ts, src/app/api/blog/articles/[id]/route.ts follow:\n  handlers  ",
    );
    expect(real.stdout).toMatch(
      /^Written like src\/app\/api\/.+; before a run, --dry-run shows what is taken from (it|them)\.$/m,
    );
    expect(listed(real.stdout)).toHaveLength(3);
  });

  test("JSON: one document on stdout, for success and for failure", async () => {
    const good = await runTool(app, ["tags", "--json", "--dry-run"]);
    expect(jsonDocument(good.stdout)).toEqual({
      ok: true,
      dryRun: true,
      project: { root: app, appDir: "src/app", next: "16.4.5", formatter: null },
      files: [
        {
          path: "src/app/api/tags/route.ts",
          action: "create",
          route: "/api/tags",
          methods: ["GET", "POST"],
          habits: expect.objectContaining({
            response: {
              value: "Response.json",
              source: "app",
              from: expect.arrayContaining(["src/app/api/posts/route.ts"]) as string[],
            },
          }) as object,
        },
        { path: "src/app/api/tags/data.ts", action: "create" },
      ],
      warnings: [
        { code: "PUBLIC_ROUTE", message: expect.stringContaining("can call POST /api/tags.") as string },
      ],
      error: null,
    });

    const bad = await runTool(app, ["../tags", "--json"]);
    expect(bad.code).toBe(2);
    expect(jsonDocument(bad.stdout)).toMatchObject({
      ok: false,
      files: [],
      error: { code: "ROUTE_OUTSIDE_APP" },
    });
  });
});
