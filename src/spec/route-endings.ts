import type { Problem } from "../errors.js";
import { kindOf, routeKinds } from "./route-kinds.js";
import { parseRoutePath, type RoutePath } from "./route-path.js";
import type { NameOf, RouteRequest } from "./route-request.js";
import { folderOf, isParameter, isProblem, parseSegment, type Segment } from "./segments.js";
import { camelCase, singularOf, wordsOf } from "./words.js";

/** Two options that would each end the route. */
export function optionProblems({ dynamic, catchAll, optional }: RouteRequest, nameOf: NameOf): Problem[] {
  if (dynamic === undefined || (catchAll === undefined && !optional)) return [];
  return [
    {
      code: "USAGE",
      message: `${nameOf("dynamic")} and ${nameOf(
        catchAll === undefined ? "optional" : "catchAll",
      )} cannot both end a route.`,
      hint: "Choose one, or write the segments out, e.g. `posts/[id]/[...slug]`.",
    },
  ];
}

/** Appends what `--dynamic`, `--catch-all` and `--optional` ask for. */
export function appendParameter(
  path: RoutePath,
  request: RouteRequest,
): { path: RoutePath } | { problems: Problem[] } {
  const { dynamic, catchAll, optional } = request;
  const given = dynamic ?? catchAll;
  if (given === undefined && !optional) return { path };

  const name =
    typeof given === "string" ? given : freeName(path, dynamic === undefined ? "catch-all" : "item");
  const bare = name.replace(/^[[.:*]+|[\]?]+$/g, "");
  const text = dynamic !== undefined ? `[${bare}]` : optional ? `[[...${bare}]]` : `[...${bare}]`;
  const segment = parseSegment(text);
  if (isProblem(segment)) return { problems: [segment] };
  return reparse(path, [...path.segments, segment]);
}

/** `posts` is `posts` and `posts/[id]`; a route that is an item already names its own parameter. */
export function collectionAndItem(path: RoutePath): RoutePath[] | undefined {
  const { segments } = path;
  const kind = kindOf(segments);
  if (kind === "collection") {
    return [path, { ...path, segments: [...segments, { kind: "dynamic", name: freeName(path, "item") }] }];
  }
  const collection = segments.slice(0, segments.findLastIndex(isParameter));
  if (kind !== "item" || kindOf(collection) !== "collection") return undefined;
  return [{ ...path, segments: collection }, path];
}

/** The usual one, unless the route has a parameter of that name already: then not `id` but `orderId` for `users/[id]/orders`. */
function freeName({ segments }: RoutePath, end: "item" | "catch-all"): string {
  const wanted: string = routeKinds[end].parameter;
  const taken = new Set(segments.filter(isParameter).map(({ name }) => name.replace(/\W/g, "")));
  const resource = segments.findLast(({ kind }) => kind === "static");
  const candidates = [wanted, camelCase([...singularOf(wordsOf(resource?.name ?? "item")), wanted])];
  const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${wanted}${String(index + 2)}`);
  return [...candidates, ...numbered].find((name) => !taken.has(name)) ?? wanted;
}

/** Checks the lengthened path by the same rules as a written one. */
function reparse(
  path: RoutePath,
  segments: readonly Segment[],
): { path: RoutePath } | { problems: Problem[] } {
  // With the dot, a route that is called like a command is one too; a message names it without.
  const parsed = parseRoutePath(`./${segments.map(folderOf).join("/")}`);
  if ("problems" in parsed) {
    return {
      problems: parsed.problems.map((problem) => ({
        ...problem,
        message: problem.message.replace(/^"\.\//, '"'),
      })),
    };
  }
  return { path: { ...path, segments } };
}
