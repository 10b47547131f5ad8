import type { Problem } from "../errors.js";
import type { Plan, PlannedFile, Project } from "../model.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { dataModuleOf, dataView } from "./data-module.js";
import { roleOf } from "./handlers.js";
import { locate, urlOf } from "./locate.js";
import { parametersOf } from "./parameters.js";
import { resourceNames } from "./resource-names.js";
import { handlersOf, routeView } from "./route-view.js";

/**
 * Which files the specs need in this project, and what each template is told. Pure: a plan can be shown, compared and
 * rendered again. A module that several routes share is planned once, with the names that all of them need.
 */
export function plan(specs: readonly RouteSpec[], project: Project): { plan: Plan; problems: Problem[] } {
  const files = new Map<string, PlannedFile>();
  const problems: Problem[] = [];

  for (const spec of specs) {
    const location = locate(spec.path, project);
    if ("problems" in location) {
      problems.push(...location.problems);
      continue;
    }
    const parameters = parametersOf(location.segments);
    const role = roleOf(spec.kind, spec.methods);
    const data = dataModuleOf(location, role);
    const facts = { spec, location, parameters, role, data };

    const routeFile = `${location.folder}/route.${spec.path.extension}`;
    files.set(routeFile, {
      path: routeFile,
      template: "resource/route.ts",
      view: routeView(facts, project.features),
      purpose: { kind: "route", route: urlOf(location.segments), methods: spec.methods },
    });

    const names = resourceNames(data.segment, new Set());
    const needed = new Set(handlersOf(facts).flatMap(({ parts }) => parts.calls.map((call) => names[call])));
    if (needed.size === 0) continue;
    const shared = files.get(data.path);
    const exports = shared?.purpose.kind === "module" ? shared.purpose.exports : [];
    files.set(data.path, {
      path: data.path,
      template: "resource/data.ts",
      view: dataView(data, location, parameters, role),
      purpose: { kind: "module", exports: [...new Set([...exports, ...needed])].sort() },
    });
  }
  return { plan: { files: [...files.values()], warnings: project.warnings }, problems };
}
