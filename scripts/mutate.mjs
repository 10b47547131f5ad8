// Breaks the handlers of every template in every way that is known, and names each change that their written tests do not
// notice. `npm run mutate -- jest` takes another runner than Vitest; a name behind it, as in `-- vitest kept`, takes only the
// routes in the list of tests/mutants that are called so.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();

const root = path.join(import.meta.dirname, "..");
const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "--project", "mutants"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, MUTANTS: process.argv[3] ?? "", MUTANTS_WITH: process.argv[2] ?? "vitest" },
});
process.exitCode = status ?? 1;
