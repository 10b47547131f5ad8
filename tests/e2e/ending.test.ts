import { spawnSync } from "node:child_process";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  copyApp,
  makeScratch,
  ownFolders,
  packTool,
  programIn,
  unpackTool,
} from "../../scripts/next-app.mjs";

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "apps", "web");
  await copyApp("example", app);
  await unpackTool(app, await packTool(scratch));
});
afterAll(async () => {
  await fs.remove(scratch);
});

/** What a shell says of runs of the tool, which it calls by `tool`. */
function shell(command: string): string {
  const { stdout } = spawnSync(
    "bash",
    ["-c", `tool() { "${process.execPath}" "${programIn(app)}" "$@"; }; ${command}`],
    { cwd: app, encoding: "utf8", env: { ...process.env, ...ownFolders(app), CI: "1" } },
  );
  return stdout.trim();
}

// More than a pipe holds.
const length = 300_000;
const own = ".create-api-route/templates/ours/route.ts.ejs";

test.skipIf(process.platform === "win32")(
  "all that is said arrives where the other end takes its time, also what a template of the project's own says, and does later",
  async () => {
    const slowly = "(sleep 0.5; cat)";
    const whole = shell("tool help --json");
    expect(whole.length).toBeGreaterThan(10_000);
    expect(shell(`tool help --json | ${slowly}`)).toBe(whole);

    const late = `setTimeout(() => console.error("later"), 100)`;
    await fs.outputFile(
      path.join(app, own),
      `<%# view: 1 -%>\n<% console.error("x".repeat(${String(length)})); ${late} %>export function GET() {\n  return new Response();\n}\n`,
    );
    const said = shell(`tool things -t ours -m GET --dry-run --no-format 2>&1 >/dev/null | ${slowly}`);
    expect(said.split("x")).toHaveLength(length + 1);
    expect(said).toMatch(/later$/);
  },
);

test.skipIf(!fs.existsSync("/dev/full"))(
  "what could not be said is no success, and what was done is told",
  async () => {
    const said = (args: string) => shell(`tool ${args} 2>&1 >/dev/full; echo $?`);
    const full =
      "error The output could not be written: ENOSPC: no space left on device, write.\n      Send it to where there is space for it.\n\n";
    for (const args of [
      "list",
      "list --json",
      "--help",
      "--version",
      "completion bash",
      "lost -m GET --diff",
      "lost -m GET --dry-run --json",
    ])
      expect(said(args), args).toBe(`${full}No files were written.\n1`);
    expect(said("'a b' --json")).toMatch(/No files were written\.\n2$/);
    expect(said("lost -m GET --no-format")).toBe(`${full}What was asked for was done all the same.\n1`);
    expect(await fs.pathExists(path.join(app, "app/api/lost/route.ts"))).toBe(true);
    expect(said("undo --json")).toBe(`${full}What was asked for was done all the same.\n1`);
    expect(await fs.pathExists(path.join(app, "app/api/lost/route.ts"))).toBe(false);
  },
);
