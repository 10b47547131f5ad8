import { lstatSync } from "node:fs";
import type { Problem } from "../errors.js";
import { folderLooks, type LookAtFolder } from "./folder-looks.js";

/**
 * What stands in the way of a path: a symlink, which would lead a write somewhere else, or a file where a folder has to
 * be. Only below the root: the root itself may be reached by a link.
 */
export function obstacles(
  root: string,
  paths: readonly string[],
  look: LookAtFolder = folderLooks(root),
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const relative of paths) {
    const parts = relative.split("/");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const place = parts.slice(0, depth).join("/");
      const isFile = depth === parts.length;
      const stats = isFile ? lstatSync(`${root}/${place}`, { throwIfNoEntry: false }) : look(place);
      if (!stats) break;
      if (stats.isSymbolicLink()) {
        problems.set(place, {
          code: "ROUTE_OUTSIDE_APP",
          message: `${place} is a symbolic link; writing through it could change files outside the app.`,
          hint: "Run the command where the link leads to, or replace the link by a folder.",
          path: relative,
        });
        break;
      }
      if (isFile ? !stats.isFile() : !stats.isDirectory()) {
        problems.set(place, {
          code: "FILE_EXISTS",
          message: isFile
            ? `${place} is there and is no file; a file has to go there.`
            : `${place} is there and is no folder; a folder has to go there.`,
          hint: "Move it away, or ask for another route.",
          path: relative,
        });
        break;
      }
    }
  }
  return [...problems.values()];
}
