import { failOnProblems } from "../../src/errors.js";
import type { Project, RenderedFile } from "../../src/model.js";
import { chooseGuard } from "../../src/plan/auth/choose-guard.js";
import { plan } from "../../src/plan/plan.js";
import { targetsOf } from "../../src/plan/targets.js";
import { habitsOf, type HabitWishes } from "../../src/project/habits/habits.js";
import type { PathAlias } from "../../src/project/path-aliases.js";
import { dress } from "../../src/render/dress.js";
import { render } from "../../src/render/render.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../src/spec/route-spec.js";
import { neighboursIn } from "./neighbours.js";
import { projectOf, renderTemplate, requestOf } from "./pipeline.js";

/** What stands around new routes. */
export interface Near {
  /** The app's route files, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  readonly wishes?: HabitWishes;
  readonly aliases?: readonly PathAlias[];
  readonly project?: Project;
}

/** The pure stages in one, in an app with other route files: what would be written, in its style. */
export function renderNear(
  routes: readonly string[],
  options: Partial<RouteRequest>,
  { files = {}, wishes = new Map(), aliases = [], project = projectOf() }: Near,
): RenderedFile[] {
  const { specs, problems } = parseRouteSpecs(requestOf(routes, options));
  failOnProblems(problems);
  const located = targetsOf(specs, project);
  const planned = plan(located.targets, project, (folder) => ({
    there: undefined,
    habits: habitsOf(neighboursIn(files, folder), wishes),
    aliases: () => aliases,
    chooseGuard,
  }));
  failOnProblems([...located.problems, ...planned.problems]);
  return dress(render(planned.plan, renderTemplate));
}
