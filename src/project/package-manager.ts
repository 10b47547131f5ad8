import { existsSync } from "node:fs";
import { levelsOfRepository } from "./folders-above.js";
import { lockFiles, type PackageManager } from "./lock-files.js";
import { textAt } from "./manifest.js";

/** What a package manager is told to do. */
interface ManagerCommands {
  /** Installs what package.json asks for. */
  readonly install: string;
  /** Adds a package, and one that is only needed to develop. */
  readonly add: string;
  readonly addDev: string;
}

const managers: Readonly<Record<PackageManager, ManagerCommands>> = {
  pnpm: { install: "pnpm install", add: "pnpm add", addDev: "pnpm add -D" },
  yarn: { install: "yarn install", add: "yarn add", addDev: "yarn add -D" },
  bun: { install: "bun install", add: "bun add", addDev: "bun add --dev" },
  npm: { install: "npm install", add: "npm install", addDev: "npm install -D" },
};

/** The package manager of an app that shows none: it comes with Node.js. */
export const usualManager = managers.npm;

/**
 * The commands of an app's package manager: by the nearest `packageManager` in
 * a package.json, or the nearest lock file. Source: Node.js, Corepack, `packageManager`.
 *
 * @param root the project root, absolute.
 */
export function managerOf(root: string): ManagerCommands {
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
