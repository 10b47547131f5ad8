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
  const nearest: Near[] = [];
  const nearestDynamic: Near[] = [];
  for (const path of routes) {
    const other = path.split("/");
    // The last one is the file's name.
    const depth = other.length - 1;
    let shared = 0;
    while (shared < own.length && shared < depth && own[shared] === other[shared]) shared += 1;
    const near = { path, up: own.length - shared, down: depth - shared };
    keep(near, nearest, all);
    // Only what has parameters shows how they are taken.
    if (folder.includes("[") && path.includes("[")) keep(near, nearestDynamic, dynamic);
  }
  return [...new Set([...nearest, ...nearestDynamic])].sort(byNearness);
}

/** Puts a file among the nearest ones, if it is one of so many: of an app's many files, few are wanted. */
function keep(near: Near, nearest: Near[], count: number): void {
  const last = nearest[count - 1];
  if (last && byNearness(near, last) > 0) return;
  nearest.push(near);
  nearest.sort(byNearness);
  if (nearest.length > count) nearest.pop();
}

function byNearness(a: Near, b: Near): number {
  return a.up - b.up || a.down - b.down || (a.path < b.path ? -1 : 1);
}
