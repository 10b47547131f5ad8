import { failOnProblems } from "../../src/errors.js";
import type { FileChange, Project, RouteThere, Warning } from "../../src/model.js";
import { chooseGuard } from "../../src/plan/auth/choose-guard.js";
import { plan } from "../../src/plan/plan.js";
import { targetsOf } from "../../src/plan/targets.js";
import { dress } from "../../src/render/dress.js";
import { render } from "../../src/render/render.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../src/spec/route-spec.js";
import { diff } from "../../src/write/diff.js";
import { projectOf, renderTemplate, requestOf } from "./pipeline.js";
import { habitsIn } from "./neighbours.js";
import { filesOf } from "./route-there.js";

export interface Added {
  /** What becomes of the route file. */
  readonly change: FileChange;
  readonly warnings: readonly Warning[];
}

/** The run's pure stages for one route whose file is there: what would become of it. */
export async function addTo(
  there: RouteThere,
  route: string,
  options: Partial<RouteRequest>,
  project: Project = projectOf(),
): Promise<Added> {
  const { specs, problems } = parseRouteSpecs(requestOf([route], options));
  const located = targetsOf(specs, project);
  const planned = plan(located.targets, project, () => ({
    there,
    habits: habitsIn(there),
    chooseGuard,
  }));
  const existing = filesOf({});
  const files = dress(render(planned.plan, renderTemplate));
  const compared = await diff(files, existing, { replaces: false });
  failOnProblems([...problems, ...located.problems, ...planned.problems, ...compared.problems]);
  const change = compared.changes.find(({ path }) => path === there.path);
  if (!change) throw new Error(`${there.path} is not among the changes.`);
  return { change, warnings: [...planned.plan.warnings, ...compared.warnings] };
}
