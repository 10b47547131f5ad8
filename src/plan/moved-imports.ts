import path from "node:path/posix";
import type { ImportNeed } from "./import-lines.js";

/**
 * Imports of one file as another has to write them. What is relative is told from there; undefined if that cannot be:
 * a module in the other route's own folder is its own business.
 *
 * @param from the file that they stand in, and `folder` the folder of the new one, relative to the project root.
 */
export function movedImports(
  needs: readonly ImportNeed[],
  from: string,
  folder: string,
): ImportNeed[] | undefined {
  const moved = needs.map((need) => {
    if (!need.source.startsWith(".")) return need;
    const target = path.join(path.dirname(from), need.source);
    const home = path.dirname(from);
    const isPrivate = `${target}/`.startsWith(`${home}/`) && !`${folder}/`.startsWith(`${home}/`);
    if (isPrivate) return undefined;
    const relative = path.relative(folder, target);
    return { ...need, source: relative.startsWith(".") ? relative : `./${relative}` };
  });
  const known = moved.filter((need) => need !== undefined);
  return known.length === moved.length ? known : undefined;
}
