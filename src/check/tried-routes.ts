import type { DataName } from "../spec/data-sources.js";
import { methods, type Method } from "../spec/methods.js";
import { kindOf } from "../spec/route-kinds.js";
import { parseRoutePath } from "../spec/route-path.js";
import type { RouteRequest } from "../spec/route-request.js";
import type { ChosenTemplate, KnownTemplates } from "../spec/templates.js";
import type { ValidationName } from "../spec/validation.js";
import { coveringSet, type Row } from "./covering-set.js";

/** The kinds of segment that a route can end in, alone and below a parent's parameter. */
export const triedPaths = [
  "posts",
  "users/[id]/posts",
  "posts/[id]",
  "users/[id]/posts/[postId]",
  "docs/[...slug]",
  "users/[id]/docs/[[...slug]]",
] as const;

/** A guard that handlers can have in a project, if any. */
export type TriedGuard = Pick<RouteRequest, "auth" | "role">;

/** A table of the app's own, by the segment of a route that stands for it. */
export interface TriedTable {
  readonly data: DataName;
  readonly segment: string;
}

/** What can be asked for in a project. */
export interface Axes {
  readonly templates: KnownTemplates;
  readonly guards: readonly TriedGuard[];
  /** What can check; undefined where there is no choice. */
  readonly validations: readonly (ValidationName | undefined)[];
  /** The sources that have any resource; undefined for the one that is taken where the app has none. */
  readonly sources: readonly (DataName | undefined)[];
  /** The runners that tests can be written for; undefined for no test. */
  readonly tests: readonly RouteRequest["test"][];
  /** One for each source that has the app's tables only. */
  readonly tables: readonly TriedTable[];
}

/** The folders below the app's handlers that tried routes lie in, each in one of its own. */
export const triedFolder = "check-";

/**
 * The routes that a template is tried with: a small set in which every two of these meet: a template, a path, a guard, with
 * and without fallbacks, a library that checks, a data source, with and without a test, each method asked for and not. A
 * template is asked for what it is for. After them, what keeps a resource in the app's own tables, each with one. Pure.
 */
export function triedRoutes(asked: Axes): RouteRequest[] {
  const { templates, guards, validations, sources, tests } = asked;
  const all = [...templates.values()];
  const others = [guards, [true, false], validations, sources, tests];
  const axes = [all, triedPaths, ...others, ...methods.map(() => [true, false])];
  const first = axes.length - methods.length;
  const complete = (row: Row, fixed: ReadonlySet<number>) => completed(row, fixed, all, first);
  const rows = coveringSet(
    axes.map(({ length }) => length),
    complete,
  );
  const requests = rows.map((row, index): RouteRequest => {
    const [template = 0, path = 0, guard = 0, fallbacks = 0, validation = 0, source = 0, test = 0] = row;
    return {
      ...request(index, triedPaths[path] ?? "", templates),
      methods: methodsOf(row, first),
      template: all[template]?.name,
      ...guards[guard],
      validate: validations[validation],
      data: sources[source],
      fallbacks: fallbacks === 0,
      test: tests[test],
    };
  });
  return [...requests, ...triedTables(asked, requests.length)];
}

/** The list and the items of each table, by every template that keeps resources, with all methods that it has. */
function triedTables({ templates, validations, tests, tables }: Axes, before: number): RouteRequest[] {
  const all = [...templates.values()].filter(({ base }) => base === "resource");
  const wanted = all.flatMap((template) =>
    tables.flatMap((table) =>
      [table.segment, `${table.segment}/[id]`]
        .filter((path) => isForPath(template, path))
        .map((path) => ({ template, table, path })),
    ),
  );
  return wanted.map(({ template, table, path }, index) => ({
    ...request(before + index, path, templates),
    methods: methods.filter(triedMethods(template)),
    template: template.name,
    // The app's own libraries in turn, and at least one route of each kind with a test.
    validate: validations[Math.floor(index / 2) % validations.length],
    data: table.data,
    test: tests.at(-1),
  }));
}

/** A request for the route with a number, without any option. */
function request(index: number, path: string, templates: KnownTemplates): RouteRequest {
  return {
    routes: [`${triedFolder}${String(index + 1)}/${path}`],
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
    templates,
  };
}

/** At least one method, and only those that the template has; a path of a kind that it is for. */
function completed(
  row: Row,
  fixed: ReadonlySet<number>,
  all: readonly ChosenTemplate[],
  first: number,
): Row | undefined {
  const template = all[row[0] ?? 0];
  if (!template) return undefined;
  const isWrong = (axis: number, value: number) => fixed.has(axis) && row[axis] !== value;
  const changed = [...row];
  if (!isFor(template, changed[1] ?? 0)) {
    const other = triedPaths.findIndex((_path, index) => isFor(template, index));
    if (other === -1 || isWrong(1, other)) return undefined;
    changed[1] = other;
  }
  const isTried = triedMethods(template);
  for (const [index, method] of methods.entries()) {
    if (isTried(method) || changed[first + index] === 1) continue;
    if (isWrong(first + index, 1)) return undefined;
    changed[first + index] = 1;
  }
  if (methodsOf(changed, first).length > 0) return changed;
  const free = methods.findIndex((method, index) => isTried(method) && !isWrong(first + index, 0));
  if (free === -1) return undefined;
  changed[first + free] = 0;
  return changed;
}

/** Only of a template of the project's own it is known what it is not for. */
function triedMethods({ name, base, defaultMethods }: ChosenTemplate): (method: Method) => boolean {
  return (method) => name === base || defaultMethods === undefined || defaultMethods.includes(method);
}

function isFor(template: ChosenTemplate, index: number): boolean {
  return isForPath(template, triedPaths[index] ?? "");
}

function isForPath({ kinds }: ChosenTemplate, path: string): boolean {
  const parsed = parseRoutePath(path);
  return kinds === undefined || (!("problems" in parsed) && kinds.includes(kindOf(parsed.path.segments)));
}

function methodsOf(row: Row, first: number): Method[] {
  return methods.filter((_method, index) => row[first + index] === 0);
}
