import type { Problem } from "../errors.js";
import type { PlannedFile, Project } from "../model.js";
import { plan } from "../plan/plan.js";
import type { Vicinity } from "../plan/vicinity.js";
import { targetsOf, type Target } from "../plan/targets.js";
import { commandLine } from "../report/command-line.js";
import { bareShell } from "../report/shell.js";
import { parseRouteSpecs } from "../spec/route-spec.js";
import type { RouteRequest } from "../spec/route-request.js";
import { defaultTemplate } from "../spec/templates.js";
import type { CheckedRoute } from "./type-check-files.js";
import { triedFolder } from "./tried-routes.js";

/** What is tried in a project: routes that nobody asked for, as files that nobody gets. */
export interface PlannedTries {
  readonly targets: readonly Target[];
  readonly files: readonly PlannedFile[];
  /** What is wrong with all of them, e.g. with the settings of the project. */
  readonly problems: readonly Problem[];
  /** The command that writes a file. */
  readonly commandOf: (path: string) => string;
}

/** Puts requests into places of the app. Pure. */
export function placeTries(requests: readonly RouteRequest[], project: Project): Target[] {
  const specs = requests.flatMap((request) => parseRouteSpecs(request).specs);
  return targetsOf(specs, project).targets;
}

/** What a project cannot have, whatever its templates are: nothing is wrong then. */
const expected: ReadonlySet<Problem["code"]> = new Set(["STATIC_EXPORT", "GUARD_UNSEEN"]);

/** Plans all that the project can have of the requests. Pure. */
export function planTries(
  requests: readonly RouteRequest[],
  targets: readonly Target[],
  project: Project,
  at: (folder: string) => Vicinity,
): PlannedTries {
  const all = plan(targets, project, at);
  const refused = new Set(all.problems.map(({ path }) => path?.replace(/\/[^/]*$/, "")));
  const possible = targets.filter(({ location }) => !refused.has(location.folder));
  const { files } = refused.size === 0 ? all.plan : plan(possible, project, at).plan;
  const told = new Map(
    all.problems.filter(({ code }) => !expected.has(code)).map((each) => [each.code, each]),
  );
  return { targets: possible, files, problems: [...told.values()], commandOf: commandsOf(requests) };
}

function commandsOf(requests: readonly RouteRequest[]): PlannedTries["commandOf"] {
  return (path) => {
    const [, number] = new RegExp(`/${triedFolder}(\\d+)/`).exec(path) ?? [];
    const request = requests[Number(number) - 1];
    if (!request) return "";
    const { routes, methods, template, auth, role, validate, data, fallbacks, test } = request;
    const named = template === defaultTemplate ? undefined : template;
    const options = {
      methods: [...methods],
      template: named,
      auth,
      role,
      validate,
      data,
      ...(fallbacks ? {} : { fallbacks }),
      test,
    };
    return commandLine(routes, options, bareShell);
  };
}

/** The route files among planned ones. */
export function routesIn(files: readonly PlannedFile[]): CheckedRoute[] {
  return files.flatMap(({ path, purpose, view }) => {
    const paramsType = view["paramsType"];
    return purpose.kind === "route" && typeof paramsType === "string"
      ? [{ path, url: purpose.route, paramsType }]
      : [];
  });
}
