import path from "node:path";
import { foldersIn, manifestIn, textOf, upwards } from "./folders.js";
import { textAt, workspacePatterns } from "./manifest.js";
import { matchingFolders } from "./workspace-patterns.js";
import { noYamlBlocks, readYamlBlocks, type YamlBlocks } from "./yaml-blocks.js";

/** A monorepo's root: the folder that lists its packages. */
export interface Workspace {
  /** Absolute, as the operating system writes it. */
  readonly root: string;
  /** The folders of its packages, relative to the root, with `/`, sorted. */
  readonly packages: () => string[];
}

/**
 * The nearest workspace at or above a folder. A pnpm-workspace.yaml without `packages` only has settings.
 *
 * @param below a folder above: only what is below it is looked at.
 */
export function findWorkspace(folder: string, below?: string): Workspace | undefined {
  for (const root of upwards(folder)) {
    if (root === below) return undefined;
    const patterns = [...workspacePatterns(manifestIn(root)), ...pnpmSettings(root).list("packages")];
    if (patterns.some((pattern) => !pattern.startsWith("!"))) {
      return {
        root,
        packages: () => matchingFolders(patterns, (below) => foldersIn(path.join(root, below))),
      };
    }
  }
  return undefined;
}

/**
 * The range that a catalog has for `next`: the one without a name, or a named one. pnpm keeps catalogs in its
 * pnpm-workspace.yaml, yarn in its .yarnrc.yml, bun in the package.json, among the workspaces or at the top.
 */
export function catalogRange(folders: readonly string[], name: string): string | undefined {
  const keys =
    name === "" || name === "default" ? [["catalog"], ["catalogs", "default"]] : [["catalogs", name]];
  for (const folder of folders) {
    const manifest = manifestIn(folder);
    const sources = [pnpmSettings(folder), yamlFile(folder, ".yarnrc.yml")];
    for (const key of keys) {
      const found =
        sources.map((blocks) => blocks.text(...key, "next")).find((range) => range !== undefined) ??
        textAt(manifest, "workspaces", ...key, "next") ??
        textAt(manifest, ...key, "next");
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function pnpmSettings(folder: string): YamlBlocks {
  return yamlFile(folder, "pnpm-workspace.yaml");
}

function yamlFile(folder: string, name: string): YamlBlocks {
  const text = textOf(`${folder}/${name}`);
  return text === undefined ? noYamlBlocks : readYamlBlocks(text, ["packages", "catalog", "catalogs"]);
}
