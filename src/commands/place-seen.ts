import path from "node:path";

/**
 * A project's root as it is seen from where a command runs, e.g. `apps/web`, or `../web`; undefined where it is that folder, or has it
 * in it.
 */
export function placeSeen(root: string, cwd: string): string | undefined {
  const way = path.relative(cwd, root).replaceAll(path.sep, "/");
  return /^(?:\.\.(?:\/|$))*$/.test(way) ? undefined : way;
}
