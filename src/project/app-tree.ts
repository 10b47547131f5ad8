import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
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

/** The folder and the name of every file. */
function* filesBelow(
  root: string,
  folder: string,
  ignores: (name: string) => boolean,
  above: ReadonlySet<string> = new Set(),
): Generator<Place> {
  for (const entry of entriesOf(path.join(root, folder))) {
    const { name } = entry;
    if (name === "node_modules" || ignores(name)) continue;
    if (entry.isDirectory()) yield* filesBelow(root, `${folder}/${name}`, ignores, above);
    else if (!entry.isSymbolicLink()) yield [folder, name];
    else {
      const place = path.join(root, folder, name);
      if (!isFolder(place)) yield [folder, name];
      else {
        // A link to a folder above itself has no end.
        const target = realpathSync(place);
        const here = realpathSync(path.join(root, folder));
        const isLoop = above.has(target) || `${here}${path.sep}`.startsWith(`${target}${path.sep}`);
        if (!isLoop) yield* filesBelow(root, `${folder}/${name}`, ignores, new Set([...above, target, here]));
      }
    }
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
