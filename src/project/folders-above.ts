import { existsSync } from "node:fs";
import path from "node:path";
import { manifestIn, upwards } from "./folders.js";
import { member } from "./manifest.js";

/**
 * A project's folder and those above it, up to the repository's: the one with `.git`. Outside of a repository, up to the
 * topmost one that is a workspace's.
 *
 * @param root absolute.
 */
export function foldersOfRepository(root: string): string[] {
  const all = [...upwards(root)];
  const repository = all.findIndex((folder) => existsSync(path.join(folder, ".git")));
  return all.slice(0, (repository === -1 ? all.findLastIndex(isWorkspace) : repository) + 1 || 1);
}

function isWorkspace(folder: string): boolean {
  return (
    existsSync(path.join(folder, "pnpm-workspace.yaml")) ||
    member(manifestIn(folder), "workspaces") !== undefined
  );
}
