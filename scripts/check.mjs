// Everything that has to hold, in one command: what CI runs is this. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
// It needs packages.
const { installedApp, packTool } = await import("./next-app.mjs");

const root = path.join(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(os.tmpdir(), "create-api-route-check-"));
const testReport = path.join(scratch, "tests.json");

/** @typedef {{ name: string, module: string, args: readonly string[] }} Step */

/** @type {readonly Step[]} */
const steps = [
  { name: "lint", module: "oxlint/bin/oxlint", args: ["-c", "oxlint.config.js", "--max-warnings", "0"] },
  { name: "format", module: "prettier/bin/prettier.cjs", args: ["--check", "--log-level", "warn", "."] },
  { name: "types", module: "typescript-7/bin/tsc", args: ["--noEmit"] },
  { name: "dead code", module: "knip/bin/knip.js", args: [] },
];

let passed = 0;
let failed = 0;

// The linter takes one core for as long as the tests' apps take to be installed; then both do the rest.
const queue = [...steps];
await Promise.all([workOff(), prepare().then(workOff)]);

const testsRan = runNode(path.join(root, "node_modules/vitest/vitest.mjs"), [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile=${testReport}`,
]);
if (existsSync(testReport)) {
  const report =
    /** @type {{ numPassedTests: number, numFailedTests: number, numTotalTestSuites: number }} */ (
      JSON.parse(readFileSync(testReport, "utf8"))
    );
  passed += report.numPassedTests;
  failed += report.numFailedTests;
}
// A suite that could not even start has no failed test to count.
if (!testsRan && failed === 0) failed += 1;
rmSync(scratch, { recursive: true, force: true });

console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function workOff() {
  for (let step = queue.shift(); step; step = queue.shift()) await report(step);
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

/** @param {Step} step */
async function report({ name, module, args }) {
  const start = Date.now();
  const { ok, said } = await runQuietly(path.join(root, "node_modules", module), args);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${ok ? "" : `${said}\n`}${ok ? "ok    " : "FAILED"} ${name} (${String(seconds)} s)`);
  if (ok) passed += 1;
  else failed += 1;
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<{ ok: boolean, said: string }>} whether it ended with 0, and all that it printed
 */
function runQuietly(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    child.on("close", (code) => {
      resolve({ ok: code === 0, said });
    });
  });
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended with 0
 */
function runNode(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}
