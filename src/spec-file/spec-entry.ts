import type { Place, Problem } from "../errors.js";
import type { HabitWish } from "../spec/habit-wishes.js";
import type { RouteRequest } from "../spec/route-request.js";
import { parseRouteSpecs, type RouteSpec } from "../spec/route-spec.js";

/** One of the routes that a file asks for. */
export interface SpecEntry {
  readonly request: RouteRequest;
  readonly habits: readonly HabitWish[];
  /**
   * Where a field stands, and which item of it; without a field, where the entry does. Undefined for a field that the
   * entry leaves open: that is from the command line, or from the project's settings.
   */
  readonly placeOf: (field?: keyof RouteRequest, item?: number) => Place | undefined;
}

/** What an entry leaves open. */
export type EntryDefaults = Omit<RouteRequest, "routes">;

/** Turns entries into specs that know where they were asked for, together with everything that is wrong. Pure. */
export function specsOf(entries: readonly SpecEntry[]): { specs: RouteSpec[]; problems: Problem[] } {
  const parsed = entries.map(({ request, habits, placeOf }) => {
    const { specs, problems } = parseRouteSpecs(request, placeOf);
    return { specs: habits.length === 0 ? specs : specs.map((spec) => ({ ...spec, habits })), problems };
  });
  return {
    specs: parsed.flatMap(({ specs }) => specs),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}
