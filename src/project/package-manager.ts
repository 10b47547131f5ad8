import { existsSync } from "node:fs";
import path from "node:path";
import { levelsOfRepository } from "./folders-above.js";
import { textAt } from "./manifest.js";

/** How each package manager adds a package, by its name. */
const addCommands: Readonly<Record<string, string>> = {
  pnpm: "pnpm add",
  yarn: "yarn add",
  bun: "bun add",
  npm: "npm install",
};

/** The same for what is only needed to develop it. */
const devOptions: Readonly<Record<string, string>> = { pnpm: "-D", yarn: "-D", bun: "--dev", npm: "-D" };

/** The lock files, by whose they are. Source: pnpm, Yarn, Bun and npm, their lock files. */
const managerOf: Readonly<Record<string, string>> = {
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
  "package-lock.json": "npm",
};

/**
 * What adds a package to an app, e.g. `pnpm add`: by the nearest `packageManager` in a package.json, or the nearest lock file.
 * Source: Node.js, Corepack, `packageManager`.
 *
 * @param root the project root, absolute.
 */
export function addCommand(root: string): string {
  for (const { folder, manifest } of levelsOfRepository(root)) {
    const [declared = ""] = (textAt(manifest, "packageManager") ?? "").split("@");
    const locked = Object.keys(managerOf).find((file) => existsSync(path.join(folder, file)));
    const found = addCommands[declared] ?? addCommands[managerOf[locked ?? ""] ?? ""];
    if (found !== undefined) return found;
  }
  return "npm install";
}

/** What adds a package that an app needs for its development only, e.g. `pnpm add -D`. */
export function addDevCommand(root: string): string {
  const add = addCommand(root);
  return `${add} ${devOptions[add.split(" ")[0] ?? ""] ?? "-D"}`;
}
