import type { Problem } from "../errors.js";
import type { Project } from "../model.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { locate, type Location } from "./locate.js";

/** A route that is wanted, and its place in the app. */
export interface Target {
  readonly spec: RouteSpec;
  readonly location: Location;
}

/** Finds the place of every route; one that is asked for twice is taken once. Pure. */
export function targetsOf(
  specs: readonly RouteSpec[],
  project: Pick<Project, "appDir" | "base">,
): { targets: Target[]; problems: Problem[] } {
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  for (const spec of specs) {
    const location = locate(spec.path, spec.template, project);
    if ("problems" in location) problems.push(...location.problems);
    else if (!targets.has(location.folder)) targets.set(location.folder, { spec, location });
  }
  return { targets: [...targets.values()], problems };
}
