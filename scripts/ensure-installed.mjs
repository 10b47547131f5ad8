import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Installs the project's own dependencies from the lock file, if they are not there: so that one command is enough in a
 * fresh clone. Uses nothing but Node and npm.
 *
 * @throws {Error} if npm fails
 */
export function ensureInstalled() {
  const root = path.join(import.meta.dirname, "..");
  if (existsSync(path.join(root, "node_modules", ".package-lock.json"))) return;
  console.log("Installing the project's dependencies …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci ended with ${String(status)}.`);
}
