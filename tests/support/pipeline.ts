import path from "node:path";
import { failOnProblems } from "../../src/errors.js";
import type { Plan, Project, RenderedFile } from "../../src/model.js";
import { chooseGuard } from "../../src/plan/auth/choose-guard.js";
import { plan } from "../../src/plan/plan.js";
import { targetsOf } from "../../src/plan/targets.js";
import type { Vicinity } from "../../src/plan/vicinity.js";
import { emptyTree } from "../../src/project/tree-files.js";
import { featuresOf } from "../../src/project/features.js";
import { noHabits } from "../../src/project/habits/habits.js";
import { defaultNextConfig, type NextConfig } from "../../src/project/next-defaults.js";
import { everyLibrary } from "./every-library.js";
import { everyProvider } from "./every-provider.js";
import type { StackHere } from "../../src/project/stack-here.js";
import { parseVersion } from "../../src/project/version.js";
import { render } from "../../src/render/render.js";
import { packageTemplates } from "../../src/package-templates.js";
import { templateRenderer } from "../../src/render/template.js";
import { templateSource } from "../../src/render/template-source.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../src/spec/route-spec.js";
import { builtInTemplates } from "../../src/spec/templates.js";

export const repository = path.join(import.meta.dirname, "../..");

/** The templates of this checkout. */
export const templates = packageTemplates(repository);

/** Renders them, without any of a project's own. */
export const renderTemplate = templateRenderer(templateSource(templates, new Map()));

/** A project as a value, for the pure stages. */
export function projectOf(
  next = "16.4.6",
  options: { srcDir?: boolean } & Partial<NextConfig> = {},
): Project {
  const { srcDir = false, ...config } = { ...defaultNextConfig, ...options };
  const appDir = srcDir ? "src/app" : "app";
  return {
    root: "/project",
    appDir,
    base: `${appDir}/api`,
    next: { text: next, source: "installed" },
    features: featuresOf(parseVersion(next), config),
    config,
    tree: emptyTree,
    warnings: [],
  };
}

export function requestOf(routes: readonly string[], options: Partial<RouteRequest> = {}): RouteRequest {
  return {
    routes,
    methods: [],
    dynamic: undefined,
    catchAll: undefined,
    optional: false,
    crud: false,
    template: undefined,
    auth: undefined,
    role: undefined,
    fields: [],
    validate: undefined,
    data: undefined,
    fallbacks: true,
    test: undefined,
    templates: builtInTemplates,
    ...options,
  };
}

/** The pure stages in one: what would be written for these routes. */
export function renderRoutes(
  routes: readonly string[],
  options: Partial<RouteRequest> = {},
  project: Project = projectOf(),
  stack: StackHere = everyLibrary,
): RenderedFile[] {
  return render(planRoutes(routes, options, project, { stack }), renderTemplate);
}

/** The plan for these routes. @throws RunError if there is a problem. */
export function planRoutes(
  routes: readonly string[],
  options: Partial<RouteRequest> = {},
  project: Project = projectOf(),
  { stack = everyLibrary, ...around }: Partial<Vicinity> = {},
): Plan {
  const { specs, problems } = parseRouteSpecs(requestOf(routes, options));
  failOnProblems(problems);
  const located = targetsOf(specs, project);
  const planned = plan(located.targets, project, () => ({
    there: undefined,
    habits: noHabits,
    chooseGuard,
    // Only who names a provider has an app with all of them: none named is the default.
    ...(typeof options.auth === "string" ? everyProvider : {}),
    ...(typeof options.validate === "string" ? { stack } : {}),
    ...around,
  }));
  failOnProblems([...located.problems, ...planned.problems]);
  return planned.plan;
}
