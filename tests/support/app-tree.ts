import { isPrivate, treeOf, type AppTree, type Place } from "../../src/project/tree-files.js";

/** The tree of an app with these files, as it would be read from the disk. */
export function treeWith(files: readonly string[], appDir = "app"): AppTree {
  const placesIn = (top: string): Place[] =>
    files
      .filter((file) => file.startsWith(`${top}/`))
      .map((file) => ({
        path: file,
        name: file.slice(file.lastIndexOf("/") + 1),
      }));
  const pagesDir = (["pages", "src/pages"] as const).find((top) => placesIn(top).length > 0);
  return treeOf({
    appDir,
    app: placesIn(appDir).filter(({ path }) => !path.split("/").some(isPrivate)),
    pagesDir,
    pages: pagesDir ? placesIn(pagesDir) : [],
    pageExtensions: ["tsx", "ts", "jsx", "js"],
  });
}
