import type { OpenFindings } from "../cache/findings.js";
import type { Method } from "../spec/methods.js";
import type { Access } from "./access/handlers.js";
import type { Habits } from "./habits/habits.js";
import type { RouteFile } from "./route-file.js";

/**
 * What is seen of the guard of a handler that is there, as `list` sees it; undefined for one that was not looked at.
 *
 * @param path of the route file, relative to the project root.
 */
export type AccessNear = (path: string, method: Method) => Access | undefined;

/** Of how many files it is kept: those around a few routes. */
const most = 24;

/**
 * Looks at the handlers there and near new ones: what is around those that go through a wrapper, and what that does. What follows
 * them is loaded only where that matters.
 *
 * @param habits around each of the routes.
 * @param there the route files that get more handlers.
 * @param isGuarded whether a guard is asked for: then all of them are looked at.
 */
export async function readAccess(
  root: string,
  habits: Iterable<Habits>,
  there: Iterable<{ readonly path: string; readonly file: RouteFile | undefined }>,
  { isGuarded, openFindings }: { isGuarded: boolean; openFindings: OpenFindings | undefined },
): Promise<AccessNear> {
  const paths = new Set<string>();
  for (const { neighbours } of habits)
    for (const { path, wrapped } of neighbours) if (isGuarded || wrapped.length > 0) paths.add(path);
  for (const { path, file } of there)
    if (file?.handlers.some(({ kind }) => isGuarded || kind === "wrapper") === true) paths.add(path);
  if (paths.size === 0) return () => undefined;
  const { readHandlers } = await import("./read-handlers.js");
  const read = await readHandlers(root, [...paths], openFindings, { subject: "near", most });
  return (path, method) => read.get(path)?.handlers.find((each) => each.method === method)?.access;
}

/** Whether it is a wrapper that is the guard. What a function calls by itself is told with brackets, and guards that handler alone. */
export function isByWrapper(access: Access): boolean {
  return access.kind === "guarded" && !access.by.endsWith("()");
}
