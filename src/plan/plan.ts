import type { Problem } from "../errors.js";
import type { FilePurpose, Plan, PlannedFile, Project, RouteThere, Warning } from "../model.js";
import type { Habits } from "../project/habits/habits.js";
import { importedFrom } from "../project/imports.js";
import { noAuthHere, type AuthHere } from "../project/auth-here.js";
import type { PathAlias } from "../project/path-aliases.js";
import type { RouteFile } from "../project/route-file.js";
import { noTestsHere, type TestsHere } from "../project/tests-here.js";
import { inOrder } from "../spec/methods.js";
import { isParameter } from "../spec/segments.js";
import { appImport } from "./app-import.js";
import { specifierOf } from "./data-import.js";
import { dataModuleOf } from "./data-module.js";
import { dataView } from "./data-view.js";
import { besideFiles } from "./beside-files.js";
import { fileEnding } from "./file-ending.js";
import { hiddenExports, unguarded } from "./file-there.js";
import { guardFor, guardUnseen, type GuardChoice, type GuardSite } from "./guards.js";
import { urlOf } from "./locate.js";
import { isTakenVariable } from "./identifiers.js";
import { loggerFor } from "./logger.js";
import { mannerOf } from "./manner.js";
import { parametersOf } from "./parameters.js";
import { keyCalls } from "./key-lines.js";
import { noStackHere, type StackHere } from "../project/stack-here.js";
import { resourceFacts, type ResourceFacts } from "./resource-facts.js";
import { namesIn } from "./route-names.js";
import { sourceSite } from "./source-site.js";
import { searchProblems } from "./searched-fields.js";
import { moduleNames, resourceNames } from "./resource-names.js";
import { handlersOf, type RouteFacts } from "./route-facts.js";
import type { Role } from "./roles.js";
import { routeView, type RouteViewed } from "./route-view.js";
import { lostHandlers } from "./static-export.js";
import type { Target } from "./targets.js";
import { templates } from "./templates.js";
import { isRouteTest, testFile } from "./tests/test-file.js";
import { runnerFor } from "./tests/test-missing.js";
import { trialOf } from "./trial.js";
import { unmetWishes } from "./unmet-wishes.js";

/** What is at and around the place of a route. */
export interface Vicinity {
  /** The route file that its folder has already. */
  readonly there: RouteThere | undefined;
  /** How code is written there. */
  readonly habits: Habits;
  /** The path aliases of tsconfig.json, if they can be asked for; read only where one could be used. */
  readonly aliases?: () => readonly PathAlias[];
  /** What the app has of the auth providers, if it was looked for. */
  readonly auth?: AuthHere;
  /** How the app is tested, if that was looked for. */
  readonly tests?: TestsHere;
  /** What it has of the libraries that a resource can be written with, if it was looked for. */
  readonly stack?: StackHere;
  /** What the data module exports that is there; undefined if there is none, or if it gives way to a new one. */
  readonly exported?: ReadonlySet<string> | undefined;
}

/**
 * Which files the targets need in this project, and what each template is told. Pure: a plan can be shown, compared and
 * rendered again. In a route file that is there, only the handlers that it lacks are planned. A module that several
 * routes share is planned once, with the names that all of them need.
 *
 * @param at what is at and around a folder.
 */
export function plan(
  targets: readonly Target[],
  project: Project,
  at: (folder: string) => Vicinity,
): { plan: Plan; problems: Problem[] } {
  const files = new Map<string, PlannedFile>();
  const problems: Problem[] = [];
  const warnings: Warning[] = [...project.warnings];

  for (const target of targets) {
    const { spec, location } = target;
    const vicinity = at(location.folder);
    const { there, habits } = vicinity;
    const resource = resourceFacts(
      spec,
      vicinity.stack ?? noStackHere,
      habits.neighbours,
      sourceSite(target, vicinity),
    );
    const choice = guardFor(spec, guardSite(target, vicinity, project, resource.facts));
    const facts = factsOf(target, vicinity, choice, resource.facts);
    const wanted = spec.path.extension ?? facts.manner.extension;
    const ending = fileEnding(project.config.pageExtensions, wanted);
    const found: Problem[] = facts.role.data ? [...resource.problems] : [];
    if (facts.role.data?.searches === true) found.push(...searchProblems(spec.fields));
    if (typeof ending === "object") found.push(ending);
    const path = there?.path ?? `${location.folder}/route.${typeof ending === "string" ? ending : wanted}`;
    found.push(...unmetWishes(habits, location.folder));
    found.push(...unguarded(target, there?.file, choice.guard));

    if (project.config.isExported) found.push(...lostHandlers(facts, project.features));
    const viewed = routeView(facts, path, project);
    const { view, open, bare, needs, warnings: notes } = viewed;
    if (choice.problem) found.push(choice.problem);
    else if (spec.auth !== undefined && bare.length > 0) found.push(guardUnseen(bare, location.folder));
    problems.push(...found.map((problem) => ({ ...problem, path })));
    warnings.push(...notes, ...(there?.file && facts.adds.length > 0 ? hiddenExports(there.file) : []));
    const style = there?.file?.style ?? facts.manner.style;
    const purpose: FilePurpose = {
      kind: "route",
      route: urlOf(location.segments),
      methods: spec.methods,
      adds: facts.adds,
      open,
      needs,
      habits: habits.all,
      trial: trialOf(facts),
    };
    files.set(path, {
      path,
      template: facts.role.route,
      madeBy: spec.template,
      view,
      purpose,
      style,
      ...(there ? { there } : {}),
    });
    const test = testBeside(facts, viewed, path, vicinity, project);
    problems.push(...test.problems);
    warnings.push(...test.warnings);
    for (const file of facts.adds.length > 0 ? [...besideFiles(target, view, style), ...test.files] : []) {
      const other = files.get(file.path);
      if (other) problems.push(madeTwice(other, spec.template.name));
      files.set(file.path, file);
    }

    const { data, role } = facts;
    const names = resourceNames(data.segment, new Set());
    const checks = namesIn(facts);
    const called = handlersOf(facts).flatMap(({ parts }) =>
      [...(parts.calls ?? []), ...keyCalls(parts, facts, checks)].map((call) => names[call]),
    );
    const needed = [...called, ...usedAlready(facts)];
    if (needed.length === 0 || !role.data) continue;
    const other = files.get(data.path);
    const known = other?.purpose.kind === "module" ? other.purpose : { exports: [], neededBy: [] };
    if (other && other.purpose.kind !== "module") problems.push(madeTwice(other, spec.template.name));
    files.set(data.path, {
      path: data.path,
      template: role.data.template,
      madeBy: spec.template,
      view: dataView({ ...facts, module: data, data: role.data }),
      style,
      purpose: {
        kind: "module",
        summary: facts.resource.source.summary,
        exports: [...new Set([...known.exports, ...needed])].sort(),
        neededBy: [...known.neededBy, ...(called.length > 0 ? [path] : [])],
      },
    });
  }
  const inReportOrder = [...files.values()].sort((a, b) => rank(a) - rank(b));
  return { plan: { files: inReportOrder, warnings }, problems };
}

/** The test of a route, if one was asked for, and the template does not make one by itself. */
function testBeside(
  facts: RouteFacts,
  viewed: RouteViewed,
  path: string,
  { tests = noTestsHere, aliases = () => [] }: Vicinity,
  project: Project,
): { files: PlannedFile[]; warnings: Warning[]; problems: Problem[] } {
  const none = { files: [], warnings: [], problems: [] };
  const { test, template } = facts.spec;
  if (test === undefined || facts.adds.length === 0 || template.beside.some(isRouteTest)) return none;
  const runner = runnerFor(test, tests);
  if (typeof runner === "object") return { ...none, problems: [runner] };
  const { file, warnings } = testFile(facts, viewed, path, { runner, here: tests, aliases, project });
  return { files: file ? [file] : [], warnings, problems: [] };
}

/** Two routes of one run make a file in different ways: one of them would be lost. */
function madeTwice({ path, madeBy }: PlannedFile, name: string): Problem {
  return {
    code: "ROUTE_REPEATED",
    message: `${path} would be made twice in this run: by the template ${madeBy.name}, and by ${name}.`,
    hint: "Ask for the two routes one after the other, or call the file of one template otherwise.",
    path,
  };
}

/** What the handlers that are there import of our own data module, which may have been deleted since. */
function usedAlready({ file, data, location }: RouteFacts): string[] {
  const imported = file ? importedFrom(file.syntax, data.specifier) : [];
  const ours = moduleNames(location.resource);
  return imported.every((name) => ours.has(name)) ? imported : [];
}

function guardSite(
  target: Target,
  vicinity: Vicinity,
  { features }: Project,
  resource: ResourceFacts,
): GuardSite {
  const { there, habits, aliases = () => [], auth = noAuthHere } = vicinity;
  const { folder, segments } = target.location;
  return {
    habits,
    folder,
    parameters: segments.filter(isParameter).map(({ name }) => name),
    isTaken: usesName(target, there?.file, resource),
    auth,
    features,
    specifierOf: (module) => appImport(module, folder, { habits, file: there?.file, aliases }),
  };
}

/** Whether the handlers of a route use a name for something of their own. */
function usesName(
  target: Target,
  file: RouteFile | undefined,
  resource: ResourceFacts,
): (name: string) => boolean {
  const functions = moduleNames(target.location.resource);
  const { variables = [] } = roleOf(target, file, resource);
  return (name) =>
    functions.has(name) || variables.includes(name) || (isTakenVariable(name) && name !== "NextResponse");
}

function roleOf({ spec }: Target, file: RouteFile | undefined, { source }: ResourceFacts): Role {
  return templates[spec.template.base].roleOf(
    spec.kind,
    inOrder([...(file?.offered ?? []), ...spec.methods]),
    source,
  );
}

/** What a route's files are made from. */
function factsOf(
  target: Target,
  { there, habits, aliases = () => [] }: Vicinity,
  { guard, spare }: GuardChoice,
  resource: ResourceFacts,
): RouteFacts {
  const file = there?.file;
  const offered = file?.offered ?? [];
  const { spec, location } = target;
  const role = roleOf(target, file, resource);
  const data = dataModuleOf(location, role);
  const logger = loggerFor(habits, location.folder);
  const imported = [...(guard?.names ?? []), ...logger.imports.map(({ local }) => local)];
  const taken = new Set([...moduleNames(location.resource), ...(role.variables ?? []), ...imported]);
  return {
    spec,
    location,
    role,
    parameters: parametersOf(location.segments, taken),
    resource,
    data: { ...data, specifier: specifierOf(data.specifier, data.path, { habits, file, aliases }) },
    file,
    adds: spec.methods.filter((method) => !offered.includes(method)),
    habits,
    manner: mannerOf(habits),
    guard,
    spareGuard: spare,
    logger,
    imported: new Set(imported),
  };
}

/** Route files first, as people look for them. */
function rank({ purpose }: PlannedFile): number {
  return { route: 0, module: 1, beside: 2 }[purpose.kind];
}
