import { isMetadataFile } from "./metadata-files.js";

/** The files of an app that make URLs. Paths are relative to the project root, with `/`, and sorted. */
export interface AppTree {
  /** The route handlers of the app folder: `route.ts` and what else `pageExtensions` makes of it. */
  readonly routes: readonly string[];
  /** The pages of the app folder. */
  readonly pages: readonly string[];
  /** The metadata files of the app folder: `sitemap.ts`, `icon.png`, … */
  readonly metadata: readonly string[];
  /** The pages folder that Next.js takes, if there is one. It need not lie beside the app folder. */
  readonly pagesDir: "pages" | "src/pages" | undefined;
  /** The files of the pages folder that make URLs. */
  readonly pagesRouter: readonly string[];
}

/** An app without files. */
export const emptyTree: AppTree = {
  routes: [],
  pages: [],
  metadata: [],
  pagesDir: undefined,
  pagesRouter: [],
};

/** A file: its path, relative to the project root, and its name, which is the last part of that. */
export interface Place {
  readonly path: string;
  readonly name: string;
}

/** The files of the app and the pages folder, as they were found. */
interface FoundFiles {
  readonly appDir: string;
  readonly app: readonly Place[];
  readonly pagesDir: AppTree["pagesDir"];
  readonly pages: readonly Place[];
  readonly pageExtensions: readonly string[];
}

/** What starts with `_` makes no URL in the app folder. Source: Next.js, "Private folders". */
export function isPrivate(name: string): boolean {
  return name.startsWith("_");
}

/** Tells by their names which files make URLs. A declaration file is no page. Source: Next.js, build/route-discovery. */
export function treeOf({ appDir, app, pagesDir, pages, pageExtensions }: FoundFiles): AppTree {
  const found = { routes: [] as string[], pages: [] as string[], metadata: [] as string[] };
  const routeNames = new Set(pageExtensions.map((ending) => `route.${ending}`));
  const pageNames = new Set(pageExtensions.map((ending) => `page.${ending}`));
  app.forEach(({ path, name }) => {
    if (routeNames.has(name)) found.routes.push(path);
    else if (pageNames.has(name)) found.pages.push(path);
    else if (isMetadataFile(name, path === `${appDir}/${name}`, pageExtensions)) found.metadata.push(path);
  });
  const endings = pageExtensions.map((ending) => `.${ending}`);
  const pagesRouter: string[] = [];
  pages.forEach(({ path, name }) => {
    const isPage = endings.some((ending) => name.endsWith(ending)) && !name.endsWith(".d.ts");
    if (isPage) pagesRouter.push(path);
  });
  return {
    routes: found.routes.sort(),
    pages: found.pages.sort(),
    metadata: found.metadata.sort(),
    pagesDir,
    pagesRouter: pagesRouter.sort(),
  };
}
