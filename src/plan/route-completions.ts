import type { Project } from "../model.js";

/**
 * What a route that is typed could go on to: the folders below the base folder that have route handlers, in them or further
 * down. With a slash at the end, to go on from; sorted. Pure.
 */
export function routeCompletions({ base, tree }: Pick<Project, "base" | "tree">): string[] {
  const folders = new Set<string>();
  for (const file of tree.routes) {
    if (!file.startsWith(`${base}/`)) continue;
    const names = file
      .slice(base.length + 1)
      .split("/")
      .slice(0, -1);
    for (let depth = 1; depth <= names.length; depth += 1) folders.add(`${names.slice(0, depth).join("/")}/`);
  }
  return [...folders].sort();
}
