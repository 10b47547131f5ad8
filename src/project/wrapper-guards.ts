import type { OpenFindings } from "../cache/findings.js";
import type { Method } from "../spec/methods.js";
import type { Habits } from "./habits/habits.js";
import type { RouteFile } from "./route-file.js";

/**
 * Whether the wrapper of a handler that is there is seen to let nobody in who may not, as `list` sees it; undefined for a handler
 * that was not looked at.
 *
 * @param path of the route file, relative to the project root.
 */
export type WrapperGuards = (path: string, method: Method) => boolean | undefined;

/** Of how many files it is kept: those around a few routes. */
const most = 24;

/**
 * Looks at the handlers near new ones that go through a wrapper: what is around them, and what that does. What follows them is
 * loaded only where there is one.
 *
 * @param habits around each of the routes.
 * @param there the route files that get more handlers.
 */
export async function readWrapperGuards(
  root: string,
  habits: Iterable<Habits>,
  there: Iterable<{ readonly path: string; readonly file: RouteFile | undefined }>,
  openFindings: OpenFindings | undefined,
): Promise<WrapperGuards> {
  const paths = new Set<string>();
  for (const { neighbours } of habits)
    for (const { path, wrapped } of neighbours) if (wrapped.length > 0) paths.add(path);
  for (const { path, file } of there)
    if (file?.handlers.some(({ kind }) => kind === "wrapper") === true) paths.add(path);
  if (paths.size === 0) return () => undefined;
  const { readHandlers } = await import("./read-handlers.js");
  const read = await readHandlers(root, [...paths], openFindings, { subject: "wrappers", most });
  return (path, method) => {
    const handler = read.get(path)?.handlers.find((each) => each.method === method);
    // What a function calls by itself is told with brackets: that guards the one handler that calls it.
    return handler && handler.access.kind === "guarded" && !handler.access.by.endsWith("()");
  };
}
