import { isLibraryRoute } from "./library-routes.js";
import type { AppTree } from "./tree-files.js";

/** Where an app keeps its handlers, and the other folders that could have been meant, each with its handlers. */
export interface HandlersFolder {
  readonly folder: string;
  readonly others: readonly string[];
}

/**
 * The folder of the handlers, as the app shows it: the `api` folder with the most of them, which may be in a group
 * (`app/(chat)/api`); the app folder itself where there are handlers and neither pages nor an `api` folder; else
 * `app/api`. Pure.
 *
 * @param hasApi whether the app folder has an `api` folder, with or without handlers.
 */
export function handlersFolder(
  appDir: string,
  { routes, pages }: Pick<AppTree, "routes" | "pages">,
  hasApi: boolean,
): HandlersFolder {
  const usual = `${appDir}/api`;
  const served = routes.filter(isServed);
  const counts = new Map<string, number>();
  let folder = usual;
  served.forEach((route) => {
    const end = route.indexOf("/api/", appDir.length);
    if (end < 0) return;
    // They are sorted: most have that of the one before them.
    if (end + "/api".length !== folder.length || !route.startsWith(folder))
      folder = route.slice(0, end + "/api".length);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  });

  // What stands in front of `api` is part of every URL and may be a parameter: that is a base only if all share it.
  const inPlace = [...counts].filter(
    ([folder, count]) => isInGroups(folder.slice(appDir.length + 1)) || count === served.length,
  );
  const [first, ...others] = inPlace.sort(
    ([a, some], [b, more]) => more - some || Number(b === usual) - Number(a === usual) || (a < b ? -1 : 1),
  );
  if (first) return { folder: first[0], others: others.map(([folder]) => folder) };

  const isApiOnly =
    counts.size === 0 &&
    !hasApi &&
    pages.length === 0 &&
    served.some((route) => isOrdinary(route.slice(appDir.length + 1)));
  return { folder: isApiOnly ? appDir : usual, others: [] };
}

/** Private folders and slots are no part of a URL that one would put a handler below. */
function isServed(route: string): boolean {
  return !route.includes("/_") && !route.includes("/@");
}

function isInGroups(folder: string): boolean {
  return folder
    .split("/")
    .slice(0, -1)
    .every((segment) => /^\([^.].*\)$/.test(segment));
}

/** Handlers that a library wants where they are, and files like `feed.xml`, say nothing of where the app's own would go. */
function isOrdinary(route: string): boolean {
  const segments = route.split("/").slice(0, -1);
  return (
    segments.length > 0 &&
    !isLibraryRoute(segments) &&
    !segments.some((segment) => /^[^[(].*\./.test(segment))
  );
}
