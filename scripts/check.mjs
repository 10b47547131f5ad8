// Everything that has to hold, in one command: what CI runs is this. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawn } from "node:child_process";
import { ensureInstalled } from "./ensure-installed.mjs";
import { withApps, withoutApps } from "./test-projects.mjs";

ensureInstalled();
// It needs packages.
const { installedApp, packTool } = await import("./next-app.mjs");

const root = path.join(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(os.tmpdir(), "create-api-route-check-"));

let passed = 0;
let failed = 0;

// Apps are installed on one core: the other one does what needs none of them.
await Promise.all([
  withoutAnApp(),
  prepare().then(() => runTests("tests with apps", withApps, { isShown: true })),
]);
rmSync(scratch, { recursive: true, force: true });

console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function withoutAnApp() {
  await runStep("lint", "oxlint/bin/oxlint", ["-c", "oxlint.config.js", "--max-warnings", "0"]);
  await runStep("format", "oxfmt/bin/oxfmt", ["--check"]);
  await runStep("types", "typescript-7/bin/tsc", ["--noEmit"]);
  await runStep("dead code", "knip/bin/knip.js", []);
  await runTests("tests without apps", withoutApps, { args: ["--maxWorkers", "1"] });
}

/**
 * Packs the tool and installs the apps of the tests: one at a time, as two take longer than one after the other. What
 * fails here is told by the test that needs it: it tries again.
 */
async function prepare() {
  try {
    await packTool(scratch);
    for (const app of readdirSync(path.join(root, "tests/apps"))) await installedApp(app);
  } catch {
    // See above.
  }
}

/**
 * A program that has to end with 0; what it prints is shown if it does not.
 *
 * @param {string} name
 * @param {string} module its place in node_modules
 * @param {readonly string[]} args
 */
async function runStep(name, module, args) {
  const { ok, said, seconds } = await runNode(module, args);
  tell(name, { ok, seconds, said });
  if (ok) passed += 1;
  else failed += 1;
}

/**
 * The tests of some projects.
 *
 * @param {string} name
 * @param {readonly string[]} projects
 * @param {{ args?: readonly string[], isShown?: boolean }} [options] `isShown`: while it runs, and not only if it fails
 */
async function runTests(name, projects, { args = [], isShown = false } = {}) {
  const file = path.join(scratch, `${name}.json`);
  const { ok, said, seconds } = await runNode(
    "vitest/vitest.mjs",
    [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ],
    isShown ? "inherit" : "pipe",
  );
  /** @type {{ numPassedTests: number, numFailedTests: number }} */
  const found = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0 };
  tell(`${name}: ${String(found.numPassedTests)} passed`, { ok, seconds, said });
  passed += found.numPassedTests;
  // A suite that could not even start has no failed test to count.
  failed += ok ? found.numFailedTests : Math.max(found.numFailedTests, 1);
}

/**
 * @param {string} name
 * @param {{ ok: boolean, seconds: number, said: string }} outcome
 */
function tell(name, { ok, seconds, said }) {
  console.log(`${ok ? "" : `${said}\n`}${ok ? "ok    " : "FAILED"} ${name} (${String(seconds)} s)`);
}

/**
 * @param {string} module its place in node_modules
 * @param {readonly string[]} args
 * @param {"pipe" | "inherit"} [output]
 * @returns {Promise<{ ok: boolean, said: string, seconds: number }>} whether it ended with 0, what it printed, and how long it took
 */
function runNode(module, args, output = "pipe") {
  const start = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, "node_modules", module), ...args], {
      cwd: root,
      stdio: ["ignore", output, output],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    child.on("close", (code) => {
      resolve({ ok: code === 0, said, seconds: Math.round((Date.now() - start) / 1000) });
    });
  });
}
