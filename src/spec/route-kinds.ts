import type { Method } from "./methods.js";
import type { Segment } from "./segments.js";

/**
 * What a route stands for, read off its last folder; the methods that it gets when none are asked for; and what its last parameter
 * is called when it is asked for without a name.
 */
export const routeKinds = {
  collection: { defaultMethods: ["GET", "POST"] },
  item: { defaultMethods: ["GET", "PATCH", "DELETE"], parameter: "id" },
  "catch-all": { defaultMethods: ["GET"], parameter: "slug" },
  "optional-catch-all": { defaultMethods: ["GET"], parameter: "slug" },
} as const satisfies Record<string, { defaultMethods: readonly Method[]; parameter?: string }>;

export type RouteKind = keyof typeof routeKinds;

/** The kind of a route. Groups do not count: they are no part of the URL. */
export function kindOf(segments: readonly Segment[]): RouteKind {
  const last = segments.findLast(({ kind }) => kind !== "group")?.kind;
  if (last === "dynamic") return "item";
  return last === "catch-all" || last === "optional-catch-all" ? last : "collection";
}
