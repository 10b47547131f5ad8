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
  const above = foldersAbove(folder);
  // Only what has parameters shows how they are taken.
  const isDynamic = folder.includes("[");
  const nearest: Near[] = [];
  const nearestDynamic: Near[] = [];
  // Of an app's many files few are wanted: for the others, nothing is made.
  routes.forEach((path) => {
    const up = above.findIndex((prefix) => path.startsWith(prefix));
    const showsParameters = isDynamic && path.includes("[") && isWanted(up, nearestDynamic, dynamic);
    if (!showsParameters && !isWanted(up, nearest, all)) return;
    const near = { path, up, down: countFolders(path, above[up]?.length ?? 0) };
    keep(near, nearest, all);
    if (showsParameters) keep(near, nearestDynamic, dynamic);
  });
  return [...new Set([...nearest, ...nearestDynamic])].sort(byNearness);
}

/** A folder and those above it, the nearest first, as the paths in them begin: `app/api/posts/`, `app/api/`, `app/`, and nothing. */
function foldersAbove(folder: string): string[] {
  const names = folder.split("/");
  return [...names, ""].map((_name, up) =>
    names.slice(0, names.length - up).reduce((path, name) => `${path}${name}/`, ""),
  );
}

/** How many folders a path has from some place on. */
function countFolders(path: string, from: number): number {
  let count = 0;
  for (let at = path.indexOf("/", from); at !== -1; at = path.indexOf("/", at + 1)) count += 1;
  return count;
}

/** Whether a file so far up can be among the nearest ones. */
function isWanted(up: number, nearest: readonly Near[], count: number): boolean {
  const last = nearest[count - 1];
  return !last || up <= last.up;
}

/** Puts a file among the nearest ones, if it is one of so many. */
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
