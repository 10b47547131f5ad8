// Writes anew what tests hold against the code: `golden` and `habits` the expected files of their cases, `docs` the derived parts
// of the README, docs/reference.md and docs/templates.md, and types/view.d.ts, `schemas` the published JSON Schemas, `help` the snapshot of --help, `runs` the transcript of runs without a
// terminal. Read every line of the difference before you commit it.
import { spawnSync } from "node:child_process";
import path from "node:path";

/** @type {Record<string, { args: string[], env: NodeJS.ProcessEnv }>} */
const renewals = {
  golden: { args: ["--project", "golden"], env: { UPDATE_GOLDEN: "1" } },
  habits: { args: ["--project", "habits"], env: { UPDATE_GOLDEN: "1" } },
  docs: {
    args: ["--project", "unit", "tests/unit/readme.test.ts", "tests/unit/view/published-view.test.ts"],
    env: { UPDATE_README: "1" },
  },
  schemas: {
    args: ["--project", "unit", "tests/unit/schemas/published.test.ts"],
    env: { UPDATE_SCHEMAS: "1" },
  },
  help: { args: ["--project", "e2e", "-t", "help on stdout", "-u"], env: {} },
  runs: { args: ["--project", "e2e", "tests/e2e/no-terminal.test.ts", "-u"], env: {} },
};

const root = path.join(import.meta.dirname, "..");
const renewal = renewals[process.argv[2] ?? ""];
if (renewal === undefined) throw new Error(`Say what to renew: ${Object.keys(renewals).join(", ")}.`);
const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...renewal.args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ...renewal.env },
});
process.exitCode = status ?? 1;
