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

/** @type {Step} */
const lint = { name: "lint", module: "eslint/bin/eslint.js", args: ["--max-warnings", "0", "."] };
/** @type {readonly Step[]} */
const others = [
  { name: "format", module: "prettier/bin/prettier.cjs", args: ["--check", "--log-level", "warn", "."] },
  { name: "types", module: "typescript/bin/tsc", args: ["--noEmit"] },
  { name: "dead code", module: "knip/bin/knip.js", args: [] },
];

let passed = 0;
let failed = 0;

// The linter takes one core for longer than all the rest. The other one gets the apps for the tests, too.
const [linted, checked] = await Promise.all([resultOf(lint), restAndApps()]);
for (const { name, ok, said, seconds } of [linted, ...checked]) {
  if (!ok) console.log(said);
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${String(seconds)} s)`);
  if (ok) passed += 1;
  else failed += 1;
}

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

async function restAndApps() {
  const results = [];
  for (const step of others) results.push(await resultOf(step));
  await prepare();
  return results;
}

/** Packs the tool and installs the apps of the tests. What fails here is told by them. */
async function prepare() {
  try {
    await packTool(scratch);
    for (const app of readdirSync(path.join(root, "tests/apps"))) await installedApp(app);
  } catch {
    // The test that needs it tries again.
  }
}

/** @param {Step} step */
async function resultOf({ name, module, args }) {
  const start = performance.now();
  const { ok, said } = await runQuietly(path.join(root, "node_modules", module), args);
  return { name, ok, said, seconds: Math.round((performance.now() - start) / 1000) };
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
