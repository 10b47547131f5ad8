import path from "node:path/posix";

/** Where the test of a route lies, as an app's own tests show it. */
export type TestPlace =
  /** In the folder of the route file, or in a folder of it. */
  | { readonly kind: "beside"; readonly folder: "" | "__tests__"; readonly name: TestName }
  /** In a tree of its own: what is below `from` for routes is below `to` for their tests. */
  | { readonly kind: "mirrored"; readonly from: string; readonly to: string; readonly name: TestName };

/** What a test file is called: like the route file, or like the folder of the route and in the folder above. */
export interface TestName {
  readonly stem: "route" | "folder";
  readonly ending: string;
}

/** A test, and the route file that it imports; both relative to the project root, with `/`. */
export interface TestOfRoute {
  readonly test: string;
  readonly route: string;
}

/** Where tests lie if an app has none. Source: Vitest, Jest and Node.js all find `*.test.ts` in any folder. */
export const besideRoute: TestPlace = {
  kind: "beside",
  folder: "",
  name: { stem: "route", ending: "test.ts" },
};

/** Where most of an app's tests of routes lie; undefined if none of them lies where that of another route could. Pure. */
export function placeIn(tests: readonly TestOfRoute[]): TestPlace | undefined {
  const votes = new Map<string, { place: TestPlace; count: number }>();
  for (const test of tests) {
    const place = placeOf(test);
    if (!place) continue;
    const key = JSON.stringify(place);
    votes.set(key, { place, count: (votes.get(key)?.count ?? 0) + 1 });
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.place;
}

/**
 * The test file of a route at such a place; undefined where the tree of tests does not reach.
 *
 * @param folder of the route, relative to the project root.
 */
export function testFileAt(place: TestPlace, folder: string): string | undefined {
  const { stem, ending } = place.name;
  if (place.kind === "beside") return path.join(folder, place.folder, `route.${ending}`);
  if (place.from !== "" && folder !== place.from && !folder.startsWith(`${place.from}/`)) return undefined;
  const below = folder.slice(place.from === "" ? 0 : place.from.length + 1);
  if (below === "") return undefined;
  const file = stem === "route" ? `${below}/route.${ending}` : `${below}.${ending}`;
  return path.join(place.to, file);
}

function placeOf({ test, route }: TestOfRoute): TestPlace | undefined {
  const [, stem = "", ending = ""] = /([^/]+?)\.((?:test|spec)\.[cm]?tsx?)$/.exec(test) ?? [];
  if (ending === "") return undefined;
  const home = path.dirname(route);
  const folder = path.dirname(test);
  if (folder === home || folder === `${home}/__tests__`)
    return { kind: "beside", folder: folder === home ? "" : "__tests__", name: { stem: "route", ending } };
  const isRoute = stem === "route";
  // `tests/api/posts.test.ts` is to `app/api/posts` what `tests/api/posts/route.test.ts` is.
  const mirrored = isRoute ? folder : path.join(folder, stem);
  const common = commonEnd(home.split("/"), mirrored.split("/"));
  if (common === 0) return undefined;
  const without = (place: string) => place.split("/").slice(0, -common).join("/");
  return {
    kind: "mirrored",
    from: without(home),
    to: without(mirrored),
    name: { stem: isRoute ? "route" : "folder", ending },
  };
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count))
    count += 1;
  return count;
}
