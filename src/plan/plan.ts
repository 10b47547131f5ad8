import type { Problem } from "../errors.js";
import type { Plan, PlannedFile, Project } from "../model.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { dataModuleOf, dataView } from "./data-module.js";
import { guards } from "./guards.js";
import { locate, urlOf } from "./locate.js";
import { parametersOf } from "./parameters.js";
import { moduleNames, resourceNames } from "./resource-names.js";
import { handlersOf, routeView } from "./route-view.js";
import { templates } from "./templates.js";

/** Finds the route file that a folder has already, whatever its ending: its path from the root, or undefined. */
export type FindRouteFile = (folder: string) => string | undefined;

/**
 * Which files the specs need in this project, and what each template is told. Pure: a plan can be shown, compared and
 * rendered again. A route that is asked for twice is planned once, and so is a module that several routes share, with
 * the names that all of them need.
 */
export function plan(
  specs: readonly RouteSpec[],
  project: Project,
  findRouteFile: FindRouteFile,
): { plan: Plan; problems: Problem[] } {
  const files = new Map<string, PlannedFile>();
  const folders = new Set<string>();
  const problems: Problem[] = [];

  for (const spec of specs) {
    const location = locate(spec.path, spec.template, project);
    if ("problems" in location) {
      problems.push(...location.problems);
      continue;
    }
    if (folders.has(location.folder)) continue;
    folders.add(location.folder);
    const routeFile = findRouteFile(location.folder) ?? `${location.folder}/route.${spec.path.extension}`;
    if (/\.jsx?$/.test(routeFile)) {
      problems.push(javaScriptProblem(routeFile));
      continue;
    }

    const role = templates[spec.template].roleOf(spec.kind, spec.methods);
    const taken = new Set([
      ...moduleNames(location.resource),
      ...(role.variables ?? []),
      ...(spec.auth === undefined ? [] : guards[spec.auth].names),
    ]);
    const parameters = parametersOf(location.segments, taken);
    const data = dataModuleOf(location, role);
    const facts = { spec, location, parameters, role, data };
    files.set(routeFile, {
      path: routeFile,
      template: role.route,
      view: routeView(facts, project.features),
      purpose: { kind: "route", route: urlOf(location.segments), methods: spec.methods, auth: spec.auth },
    });

    const names = resourceNames(data.segment, new Set());
    const needed = handlersOf(facts).flatMap(({ parts }) => (parts.calls ?? []).map((call) => names[call]));
    if (needed.length === 0 || !role.data) continue;
    const shared = files.get(data.path)?.purpose;
    files.set(data.path, {
      path: data.path,
      template: role.data.template,
      view: dataView(data, location, parameters, role, role.data),
      purpose: { kind: "module", exports: union(shared?.kind === "module" ? shared.exports : [], needed) },
    });
  }
  return { plan: { files: [...files.values()], warnings: project.warnings }, problems };
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])].sort();
}

/** Two route files in one folder: Next 13 to 15 serve the TypeScript one, 16 the other (measured). */
function javaScriptProblem(file: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${file} is there already and is JavaScript; with a route.ts beside it, Next.js would serve only one of them.`,
    hint: "Rename it to route.ts, or ask for another route.",
  };
}
