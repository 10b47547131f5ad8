import { existsSync } from "node:fs";
import { levelsOfRepository } from "./folders-above.js";
import { lockFiles, type PackageManager } from "./lock-files.js";
import { textAt } from "./manifest.js";

/** How each package manager adds a package, and one that is only needed to develop. */
const managers = {
  pnpm: { add: "pnpm add", addDev: "pnpm add -D" },
  yarn: { add: "yarn add", addDev: "yarn add -D" },
  bun: { add: "bun add", addDev: "bun add --dev" },
  npm: { add: "npm install", addDev: "npm install -D" },
} as const satisfies Record<PackageManager, object>;

/** The package manager of an app that shows none: it comes with Node.js. */
export const usualManager = managers.npm;

/**
 * What adds a package to an app, e.g. `pnpm add`, and one for its development, e.g. `pnpm add -D`: by the nearest `packageManager` in
 * a package.json, or the nearest lock file. Source: Node.js, Corepack, `packageManager`.
 *
 * @param root the project root, absolute.
 */
export function managerOf(root: string): { readonly add: string; readonly addDev: string } {
  for (const { folder, manifest } of levelsOfRepository(root)) {
    const [declared = ""] = (textAt(manifest, "packageManager") ?? "").split("@");
    if (isManager(declared)) return managers[declared];
    const locked = Object.keys(lockFiles).find((file) => existsSync(`${folder}/${file}`));
    const lockFile = lockFiles[locked ?? ""];
    if (lockFile) return managers[lockFile.manager];
  }
  return usualManager;
}

function isManager(name: string): name is PackageManager {
  return Object.hasOwn(managers, name);
}
