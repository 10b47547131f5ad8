import { readdirSync, realpathSync, type Dirent } from "node:fs";
import path from "node:path";
import { isFolder } from "./folders.js";
import { isPrivate, treeOf, type AppTree, type Place } from "./tree-files.js";

/**
 * Lists the files of an app that make URLs, by their names alone: none is opened, and every folder is read once. Links
 * are followed, as Next.js does. Source: Next.js, lib/recursive-readdir, and a run of it with a linked folder.
 *
 * @param root the project root, absolute.
 * @param appDir the app folder, relative to the root.
 * @param pageExtensions without the leading dot, e.g. `["tsx", "ts", "jsx", "js"]`.
 */
export function readAppTree(
  root: string,
  appDir: "app" | "src/app",
  pageExtensions: readonly string[],
): AppTree {
  const pagesDir = (["pages", "src/pages"] as const).find((dir) => isFolder(path.join(root, dir)));
  return treeOf({
    appDir,
    app: filesBelow(root, appDir, isPrivate),
    pagesDir,
    pages: pagesDir ? filesBelow(root, pagesDir, () => false) : [],
    pageExtensions,
  });
}

/**
 * The path and the name of every file.
 *
 * @param above the real folders that a link led to or stands in, on the way here.
 */
function filesBelow(
  root: string,
  folder: string,
  ignores: (name: string) => boolean,
  found: Place[] = [],
  above: ReadonlySet<string> = new Set(),
): Place[] {
  entriesOf(`${root}/${folder}`).forEach((entry) => {
    const { name } = entry;
    if (name === "node_modules" || ignores(name)) return;
    const place = `${folder}/${name}`;
    if (entry.isDirectory()) filesBelow(root, place, ignores, found, above);
    else if (!entry.isSymbolicLink() || !isFolder(`${root}/${place}`)) found.push({ path: place, name });
    else {
      const target = realpathSync(`${root}/${place}`);
      const here = realpathSync(`${root}/${folder}`);
      // A link to a folder that it stands in has no end.
      const isLoop = above.has(target) || `${here}${path.sep}`.startsWith(`${target}${path.sep}`);
      if (!isLoop) filesBelow(root, place, ignores, found, new Set([...above, here, target]));
    }
  });
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
