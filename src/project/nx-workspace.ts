import path from "node:path";
import { foldersIn, textOf } from "./folders.js";
import { parseJson, textAt } from "./manifest.js";
import { matchingFolders } from "./workspace-patterns.js";
import type { Workspace } from "./workspace.js";

/**
 * The workspace of Nx that a folder is the root of, if it is one: there no package.json lists the packages. They are looked for
 * where Nx makes apps, and in groups there. Source: Nx, "nx.json", `workspaceLayout`; @nx/devkit, getWorkspaceLayout.
 *
 * @param root absolute.
 */
export function nxWorkspace(root: string): Workspace | undefined {
  const text = textOf(`${root}/nx.json`);
  if (text === undefined) return undefined;
  const apps = textAt(parseJson(text), "workspaceLayout", "appsDir") ?? "{apps,packages}";
  return {
    root,
    packages: () =>
      matchingFolders([`${apps}/*`, `${apps}/*/*`], (below) => foldersIn(path.join(root, below))),
  };
}
