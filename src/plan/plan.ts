import { placed, type Problem } from "../errors.js";
import type { FilePurpose, Plan, PlannedFile, Project, Warning } from "../model.js";
import { importedFrom } from "../project/imports.js";
import { dataView } from "./data-view.js";
import { besideFiles } from "./beside-files.js";
import { factsOf, guardSite } from "./facts-of.js";
import { dataApart } from "./data-apart.js";
import { guardLeftOut } from "./guard-left-out.js";
import { fileEnding } from "./file-ending.js";
import { hiddenExports, unguarded } from "./file-there.js";
import { guardUnseen, noGuard, type GuardChoice } from "./guards.js";
import { urlOf } from "./locate.js";
import { keyCalls } from "./key-lines.js";
import { nullChecksNeeded } from "./null-checks.js";
import { noStackHere } from "../project/stack-here.js";
import { isSameResource, plannedFiles, type FileKept, type PlannedFiles } from "./planned-files.js";
import { resourceFacts, type ResourceFacts } from "./resource-facts.js";
import { sourceSite } from "./source-site.js";
import { searchProblems } from "./searched-fields.js";
import { moduleNames } from "./resource-names.js";
import type { RouteFacts } from "./route-facts.js";
import { inOrder } from "../spec/methods.js";
import { routeView, type RouteViewed } from "./route-view.js";
import { lostHandlers } from "./static-export.js";
import type { Target } from "./targets.js";
import { noTest, type TestWritten } from "./tests/write-test.js";
import { trialOf } from "./trial.js";
import { unmetWishes } from "./unmet-wishes.js";
import { dataWishes, vainWishes } from "./vain-wishes.js";
import type { Vicinity } from "./vicinity.js";

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
  const { files, warnings, problems } = planEach(targets, project, at, (file) => file);
  return { plan: { files, warnings }, problems };
}

/** What was made of planned files, and what there is to say of the plan. */
export interface PlannedEach<Made> {
  /** In the order in which files are told. */
  readonly files: Made[];
  readonly warnings: Warning[];
  readonly problems: Problem[];
}

/**
 * The same for whoever needs only what is made of the plan: the view of a file is let go when that is made, so that a run with
 * many routes does not hold all of them.
 *
 * @param make is told of each file, and of one that several routes share perhaps more than once: the last counts.
 */
export function planEach<Made>(
  targets: readonly Target[],
  project: Project,
  at: (folder: string) => Vicinity,
  make: (file: PlannedFile) => Made,
): PlannedEach<Made> {
  const files = plannedFiles(make);
  const problems: Problem[] = [];
  const warnings: Warning[] = [...project.warnings];

  const kept = { files, problems, warnings };
  for (const target of targets) planTarget(target, project, at(target.location.folder), kept);
  // Routes that share a file may have the same to say of it.
  const told = new Map(warnings.map((warning) => [warning.message, warning]));
  return { files: files.all(), warnings: [...told.values()], problems };
}

/** What a plan is put together in. */
interface Planning {
  readonly files: Pick<PlannedFiles<unknown>, "get" | "add" | "addModule">;
  readonly problems: Problem[];
  readonly warnings: Warning[];
}

/** Adds the files of one target. */
function planTarget(
  target: Target,
  project: Project,
  vicinity: Vicinity,
  { files, problems, warnings }: Planning,
): void {
  const { spec, location } = target;
  const { there, habits } = vicinity;
  const resource = resourceFacts(
    spec,
    vicinity.stack ?? noStackHere,
    habits.neighbours,
    sourceSite(target, vicinity),
    project.config.isExported,
  );
  const choice = guardOf(target, vicinity, project, resource.facts);
  const facts = factsOf(target, vicinity, choice, resource.facts);
  const wanted = spec.path.extension ?? facts.manner.extension;
  const ending = fileEnding(project.config.pageExtensions, wanted);
  const found: Problem[] = facts.role.data ? [...resource.problems] : [];
  if (facts.role.data?.searches === true) found.push(...searchProblems(spec.fields));
  if (typeof ending === "object") found.push(ending);
  const path = there?.path ?? `${location.folder}/route.${typeof ending === "string" ? ending : wanted}`;
  found.push(...unmetWishes(habits, location.folder));
  found.push(...unguarded(target, there?.file, choice.guard, vicinity.access));

  if (project.config.isExported) found.push(...lostHandlers(facts, project.features));
  const viewed = routeView(facts, path, project);
  const { view, open, bare, needs, warnings: notes } = viewed;
  if (choice.problem) found.push(choice.problem);
  else if (spec.auth !== undefined && bare.length > 0) found.push(guardUnseen(bare, location.folder));
  warnings.push(
    ...nullChecksNeeded(facts, vicinity),
    ...guardLeftOut(facts, viewed, vicinity),
    ...dataApart(facts, vicinity),
  );
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
    habits: facts.habits.all,
    trial: trialOf(facts),
  };
  files.add({
    path,
    template: facts.role.route,
    madeBy: spec.template,
    view,
    purpose,
    style,
    ...(there ? { there } : {}),
  });
  const anew = () => {
    const methods = inOrder([...(there?.file?.offered ?? []), ...spec.methods]);
    const whole = { ...target, spec: { ...spec, methods } };
    return routeView(
      factsOf(whole, { ...vicinity, there: undefined }, choice, resource.facts),
      path,
      project,
    );
  };
  const test = testBeside(facts, viewed, path, { ...vicinity, anew, project });
  problems.push(...test.problems);
  warnings.push(...test.warnings);
  const beside = facts.adds.length > 0 ? besideFiles(facts, view, style) : [];
  for (const file of [...beside, ...test.files]) {
    const other = files.get(file.path);
    if (other) problems.push(placed(madeTwice(other, spec.template.name), spec.at));
    files.add(file);
  }

  const { data, role } = facts;
  const { names } = viewed;
  const called = viewed.handlers.flatMap(({ parts }) =>
    [...(parts.calls ?? []), ...keyCalls(parts, facts, names)].map((call) => names.resource[call]),
  );
  const needed = [...called, ...usedAlready(facts)];
  warnings.push(...vainWishes(facts, needed.length > 0, vicinity.set));
  if (needed.length === 0 || !role.data) return;
  const other = files.get(data.path);
  const known =
    other?.purpose.kind === "module" ? other.purpose : { exports: [], neededBy: [], shapedBy: [] };
  if (other && other.purpose.kind !== "module")
    problems.push(placed(madeTwice(other, spec.template.name), spec.at));
  const exports = [...new Set([...known.exports, ...needed])].sort();
  const moduleView = dataView({ ...facts, module: data, data: role.data }, exports);
  if (other?.purpose.kind === "module" && !isSameResource(other, moduleView))
    problems.push(placed(differs(data.path, urlOf(location.segments)), spec.at));
  files.addModule({
    path: data.path,
    template: role.data.template,
    madeBy: spec.template,
    view: moduleView,
    style,
    purpose: {
      kind: "module",
      summary: facts.resource.source.summary,
      exports,
      neededBy: [...known.neededBy, ...(called.length > 0 ? [path] : [])],
      shapedBy: [...new Set([...(known.shapedBy ?? []), ...dataWishes(spec, vicinity.set)])],
    },
  });
}

/** What guards a route, if that was asked for. */
function guardOf(target: Target, vicinity: Vicinity, project: Project, resource: ResourceFacts): GuardChoice {
  if (target.spec.auth === undefined) return noGuard;
  if (!vicinity.chooseGuard) throw new Error("What chooses guards is not loaded.");
  return vicinity.chooseGuard(target.spec, guardSite(target, vicinity, project, resource));
}

/** What a test is made of beside the route that is written. */
interface TestBeside {
  readonly anew: () => RouteViewed;
  readonly project: Project;
}

/** The test of a route, if one was asked for, and the template does not make one by itself. */
function testBeside(
  facts: RouteFacts,
  viewed: RouteViewed,
  path: string,
  { writeTest, aliases = () => [], asWritten, anew, project }: Vicinity & TestBeside,
): TestWritten {
  const { test, template } = facts.spec;
  if (test === undefined || template.beside.some(isRouteTest)) return noTest;
  if (!writeTest) throw new Error("What writes tests is not loaded.");
  return writeTest(facts, viewed, path, { choice: test, aliases, project, anew, there: asWritten });
}

/** Whether a file that a template makes beside the route is a test of it: that one wins. */
function isRouteTest(name: string): boolean {
  return /(^|\/)route\.(test|spec)\.[cm]?[jt]sx?$/.test(name);
}

/** Two routes of one run make a file in different ways: one of them would be lost. */
function madeTwice({ path, madeBy }: FileKept, name: string): Problem {
  return {
    code: "ROUTE_REPEATED",
    message: `${path} would be made twice in this run: by the template ${madeBy.name}, and by ${name}.`,
    hint: "Ask for the two routes one after the other, or call the file of one template otherwise.",
    path,
  };
}

function differs(path: string, route: string): Problem {
  return {
    code: "ROUTE_REPEATED",
    message: `${route} shares ${path} with another route of this run, and says something else of its fields, its checks or where it is kept.`,
    hint: "Say the same of both, e.g. by `crud` at the collection.",
    path,
  };
}

/** What the handlers that are there import of our own data module, which may have been deleted since. */
function usedAlready({ file, data, location }: RouteFacts): string[] {
  const imported = file ? importedFrom(file.syntax, data.specifier) : [];
  const ours = moduleNames(location.resource);
  return imported.every((name) => ours.has(name)) ? imported : [];
}
