// Everything that has to hold, in one command: what CI runs is this. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();

const root = path.join(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(os.tmpdir(), "create-api-route-check-"));
const testReport = path.join(scratch, "tests.json");

/** @type {readonly { name: string, module: string, args: readonly string[] }[]} */
const steps = [
  { name: "format", module: "prettier/bin/prettier.cjs", args: ["--check", "--log-level", "warn", "."] },
  { name: "lint", module: "eslint/bin/eslint.js", args: ["--max-warnings", "0", "."] },
  { name: "types", module: "typescript/bin/tsc", args: ["--noEmit"] },
  { name: "dead code", module: "knip/bin/knip.js", args: [] },
];

let passed = 0;
let failed = 0;

// None of them uses more than one core for long.
const results = await Promise.all(
  steps.map(async ({ name, module, args }) => {
    const { ok, said } = await runQuietly(path.join(root, "node_modules", module), args);
    return { name, ok, said };
  }),
);
for (const { name, ok, said } of results) {
  if (!ok) console.log(said);
  console.log(`${ok ? "ok    " : "FAILED"} ${name}`);
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
