import path from "node:path";

/** A project's root as it is seen from where a command runs, e.g. `apps/web`; undefined where it is that, or not below it. */
export function placeSeen(root: string, cwd: string): string | undefined {
  const way = path.relative(cwd, root).replaceAll(path.sep, "/");
  return way === "" || way.startsWith("..") || path.isAbsolute(way) ? undefined : way;
}
