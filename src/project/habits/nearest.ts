/** A route file, and how far it is from a new one. */
export interface Near {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  /** How many folders up from the new route's folder the first one is that has both. */
  readonly up: number;
  /** How many folders down from there. */
  readonly down: number;
}

/** How many files are wanted: at all, and for a route with parameters of those that have some too. */
interface Counts {
  readonly all: number;
  readonly dynamic: number;
}

/**
 * The route files that are nearest to a folder, the nearest first: those with the deepest folder in common, of them those
 * that are the fewest folders below it, of them by their paths. Pure, and the same for the same tree.
 *
 * @param folder of the new route, relative to the project root, with `/`.
 * @param routes the paths of the app's route files.
 */
export function nearestRoutes(folder: string, routes: readonly string[], { all, dynamic }: Counts): Near[] {
  const own = folder.split("/");
  const near = routes.map((path) => {
    const other = path.split("/").slice(0, -1);
    let shared = 0;
    while (shared < own.length && own[shared] === other[shared]) shared += 1;
    return { path, up: own.length - shared, down: other.length - shared };
  });
  near.sort((a, b) => a.up - b.up || a.down - b.down || (a.path < b.path ? -1 : 1));
  // Only what has parameters shows how they are taken.
  const nearestDynamic = folder.includes("[") ? near.filter(({ path }) => path.includes("[")) : [];
  const chosen = new Set([...near.slice(0, all), ...nearestDynamic.slice(0, dynamic)]);
  return near.filter((each) => chosen.has(each));
}
