import { readdirSync, type Dirent } from "node:fs";
import path from "node:path";

/** The files of an app that make URLs. Paths are relative to the project root, with `/`, and sorted. */
export interface AppTree {
  /** The route handlers of the app folder: `route.ts` and what else `pageExtensions` makes of it. */
  readonly routes: readonly string[];
  /** The pages of the app folder. */
  readonly pages: readonly string[];
  /** The files of the pages folder that make URLs. */
  readonly pagesRouter: readonly string[];
}

/** An app without files. */
export const emptyTree: AppTree = { routes: [], pages: [], pagesRouter: [] };

/**
 * Lists the files of an app that make URLs, by their names alone: none is opened.
 *
 * @param root the project root, absolute.
 * @param appDir the app folder, relative to the root.
 * @param pageExtensions without the leading dot, e.g. `["tsx", "ts", "jsx", "js"]`.
 */
export function readAppTree(root: string, appDir: string, pageExtensions: readonly string[]): AppTree {
  const routes: string[] = [];
  const pages: string[] = [];
  for (const file of filesBelow(root, appDir)) {
    const name = path.posix.basename(file);
    if (pageExtensions.some((ending) => name === `route.${ending}`)) routes.push(file);
    if (pageExtensions.some((ending) => name === `page.${ending}`)) pages.push(file);
  }
  const pagesDir = appDir === "app" ? "pages" : "src/pages";
  const pagesRouter = [...filesBelow(root, pagesDir)].filter((file) =>
    pageExtensions.some((ending) => file.endsWith(`.${ending}`)),
  );
  return { routes: routes.sort(), pages: pages.sort(), pagesRouter: pagesRouter.sort() };
}

function* filesBelow(root: string, folder: string): Generator<string> {
  for (const entry of entriesOf(path.join(root, folder))) {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules") yield* filesBelow(root, place);
    } else yield place;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
