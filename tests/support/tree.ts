import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";

/** Every file, folder and link below a folder with its content, to compare before and after. `skip` names folders. */
export function treeOf(
  folder: string,
  skip: readonly string[] = ["node_modules", ".next"],
): Map<string, string> {
  const tree = new Map<string, string>();
  const walk = (relative: string) => {
    for (const name of readdirSync(path.join(folder, relative)).sort()) {
      if (skip.includes(name)) continue;
      const place = path.posix.join(relative, name);
      const stats = lstatSync(path.join(folder, place));
      if (stats.isSymbolicLink()) tree.set(place, `-> ${readlinkSync(path.join(folder, place))}`);
      else if (stats.isDirectory()) {
        tree.set(`${place}/`, "");
        walk(place);
      } else tree.set(place, readFileSync(path.join(folder, place), "utf8"));
    }
  };
  walk("");
  return tree;
}
