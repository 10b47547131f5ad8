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
