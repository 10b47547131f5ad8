import { placed, type Problem } from "../errors.js";
import type { Project } from "../model.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { folderOf } from "../spec/segments.js";
import { locate, type Location } from "./locate.js";

/** A route that is wanted, and its place in the app. */
export interface Target {
  readonly spec: RouteSpec;
  readonly location: Location;
}

/**
 * Finds the place of every route. One that is asked for twice is taken once, and is a problem where the two differ: one
 * of them would be lost. Pure.
 */
export function targetsOf(
  specs: readonly RouteSpec[],
  project: Pick<Project, "appDir" | "base">,
): { targets: Target[]; problems: Problem[] } {
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  for (const spec of specs) {
    const location = locate(spec.path, spec.template.name, project);
    if ("problems" in location) {
      problems.push(...location.problems.map((problem) => placed(problem, spec.at)));
      continue;
    }
    const first = targets.get(location.folder)?.spec;
    if (!first) targets.set(location.folder, { spec, location });
    else if (wishesOf(first) !== wishesOf(spec)) problems.push(placed(repeated(first), spec.at));
  }
  return { targets: [...targets.values()], problems };
}

/** All that a spec asks for at its place, to be compared: whatever it has but where and in which words it was asked for. */
function wishesOf({ path, template, habits = [], ...wishes }: RouteSpec): string {
  const sorted = habits.map(([name, value]) => `${name}=${value}`).toSorted();
  const { extension = "ts" } = path;
  return JSON.stringify({ ...wishes, at: undefined, extension, template: template.name, habits: sorted });
}

function repeated({ path, at }: RouteSpec): Problem {
  const route = path.segments.map(folderOf).join("/");
  const first = at && `first at ${at.file}:${String(at.line)}:${String(at.column)}`;
  return {
    code: "ROUTE_REPEATED",
    message: `${route} is asked for twice, in different ways${first === undefined ? "" : `: ${first}`}.`,
    hint: "Make one of the two, with all that is wanted.",
  };
}
