/**
 * Whether a route is one that a library wants where it is: a catch-all, whose handlers the library makes, or tRPC's. It says nothing of
 * how an app writes its own. Pure.
 *
 * @param segments the folders of the route.
 */
export function isLibraryRoute(segments: readonly string[]): boolean {
  return segments.some((segment) => /^\[+\.\.\..*\]$|^trpc$/.test(segment));
}
