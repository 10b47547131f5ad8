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
 * A project's folder and those above it, up to the repository's: the one with `.git`. Outside of a repository, up to the topmost one
 * that is a workspace's. Each package.json is read once; a run asks for it in several places, and who has it hands it on.
 *
 * @param root absolute.
 */
export function levelsOfRepository(root: string): Level[] {
  const folders = [...upwards(root)];
  const repository = folders.findIndex((folder) => existsSync(`${folder}/.git`));
  if (repository !== -1) return folders.slice(0, repository + 1).map(levelAt);
  const levels = folders.map(levelAt);
  return levels.slice(0, levels.findLastIndex(isWorkspace) + 1 || 1);
}

function levelAt(folder: string): Level {
  return { folder, manifest: manifestIn(folder) };
}

function isWorkspace({ folder, manifest }: Level): boolean {
  return member(manifest, "workspaces") !== undefined || existsSync(`${folder}/pnpm-workspace.yaml`);
}
