import { methods, type Method } from "../spec/methods.js";
import { kindOf } from "../spec/route-kinds.js";
import { parseRoutePath } from "../spec/route-path.js";
import type { RouteRequest } from "../spec/route-request.js";
import type { ChosenTemplate, KnownTemplates } from "../spec/templates.js";
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

/** What is tried in a project. */
interface Axes {
  readonly templates: KnownTemplates;
  /** The guards that handlers can have there; undefined for none. */
  readonly guards: readonly (string | undefined)[];
}

/** The folders below the app's handlers that tried routes lie in, each in one of its own. */
export const triedFolder = "check-";

/**
 * The routes that a template is tried with: a small set in which every two of these meet: a template, a path, a guard, with
 * and without fallbacks, each method asked for and not. A template is asked for what it is for. Pure.
 */
export function triedRoutes({ templates, guards }: Axes): RouteRequest[] {
  const all = [...templates.values()];
  const axes = [all, triedPaths, guards, [true, false], ...methods.map(() => [true, false])];
  const first = axes.length - methods.length;
  const complete = (row: Row, fixed: ReadonlySet<number>) => completed(row, fixed, all, first);
  const rows = coveringSet(
    axes.map(({ length }) => length),
    complete,
  );
  return rows.map((row, index) => {
    const [template = 0, path = 0, guard = 0, fallbacks = 0] = row;
    return {
      routes: [`${triedFolder}${String(index + 1)}/${triedPaths[path] ?? ""}`],
      methods: methodsOf(row, first),
      dynamic: undefined,
      catchAll: undefined,
      optional: false,
      crud: false,
      template: all[template]?.name,
      auth: guards[guard],
      role: undefined,
      fields: [],
      validate: undefined,
      data: undefined,
      fallbacks: fallbacks === 0,
      test: undefined,
      templates,
    };
  });
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

function isFor({ kinds }: ChosenTemplate, index: number): boolean {
  const parsed = parseRoutePath(triedPaths[index] ?? "");
  return kinds === undefined || (!("problems" in parsed) && kinds.includes(kindOf(parsed.path.segments)));
}

function methodsOf(row: Row, first: number): Method[] {
  return methods.filter((_method, index) => row[first + index] === 0);
}
