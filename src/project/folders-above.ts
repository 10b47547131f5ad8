import { existsSync } from "node:fs";
import { manifestIn, upwards } from "./folders.js";
import { member } from "./manifest.js";

/** A folder of a repository, and what its package.json says. */
export interface Level {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: unknown;
}

/**
 * What {@link foldersOfRepository} finds, each package.json read once. A run asks for it in several places: who has it hands it on.
 *
 * @param root absolute.
 */
export function levelsOfRepository(root: string): Level[] {
  return foldersOfRepository(root).map((folder) => ({ folder, manifest: manifestIn(folder) }));
}

/**
 * A project's folder and those above it, up to the repository's: the one with `.git`. Outside of a repository, up to the
 * topmost one that is a workspace's.
 *
 * @param root absolute.
 */
export function foldersOfRepository(root: string): string[] {
  const all = [...upwards(root)];
  const repository = all.findIndex((folder) => existsSync(`${folder}/.git`));
  return all.slice(0, (repository === -1 ? all.findLastIndex(isWorkspace) : repository) + 1 || 1);
}

function isWorkspace(folder: string): boolean {
  return (
    existsSync(`${folder}/pnpm-workspace.yaml`) || member(manifestIn(folder), "workspaces") !== undefined
  );
}
