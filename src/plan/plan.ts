import type { Problem } from "../errors.js";
import type { FilePurpose, Plan, PlannedFile, Project } from "../model.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { dataModuleOf, dataView } from "./data-module.js";
import { guards } from "./guards.js";
import { locate, urlOf, type Location } from "./locate.js";
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
      purpose: routePurpose(spec, location, handlersOf(facts).length > 0),
    });

    const names = resourceNames(data.segment, new Set());
    const needed = handlersOf(facts).flatMap(({ parts }) => (parts.calls ?? []).map((call) => names[call]));
    if (needed.length === 0 || !role.data) continue;
    const shared = files.get(data.path)?.purpose;
    const known = shared?.kind === "module" ? shared : { exports: [], neededBy: [] };
    files.set(data.path, {
      path: data.path,
      template: role.data.template,
      view: dataView(data, location, parameters, role, role.data),
      purpose: {
        kind: "module",
        exports: [...new Set([...known.exports, ...needed])].sort(),
        neededBy: [...known.neededBy, routeFile],
      },
    });
  }
  const inOrder = [...files.values()].sort((a, b) => rank(a) - rank(b));
  return { plan: { files: inOrder, warnings: project.warnings }, problems };
}

/** Route files first: whether a module is needed depends on what becomes of them. */
function rank({ purpose }: PlannedFile): number {
  return purpose.kind === "route" ? 0 : 1;
}

/** A file without handlers, with only OPTIONS and 405s, has nothing to guard. */
function routePurpose(spec: RouteSpec, { segments }: Location, hasHandlers: boolean): FilePurpose {
  return {
    kind: "route",
    route: urlOf(segments),
    methods: spec.methods,
    adds: spec.methods,
    auth: hasHandlers ? spec.auth : undefined,
  };
}

/** Two route files in one folder: Next 13 to 15 serve the TypeScript one, 16 the other (measured). */
function javaScriptProblem(file: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${file} is there already and is JavaScript; with a route.ts beside it, Next.js would serve only one of them.`,
    hint: "Rename it to route.ts, or ask for another route.",
  };
}
