import type { Problem } from "../errors.js";
import type { CreateOptions } from "../options.js";
import type { Target } from "../plan/targets.js";
import type { HabitWish, HabitWishes } from "../project/habits/habits.js";
import { parseHabitWishes } from "../spec/habit-wishes.js";
import type { HabitName } from "../spec/habits.js";
import type { RouteRequest } from "../spec/route-request.js";
import { parseRouteSpecs, type RouteSpec } from "../spec/route-spec.js";
import type { Settings } from "../spec/settings.js";
import type { KnownTemplates } from "../spec/templates.js";
import type { FileSurroundings } from "./from-file.js";

/** What the user and the project's settings ask for, and everything that is wrong with it. */
export interface Wanted {
  readonly specs: readonly RouteSpec[];
  readonly habits: HabitWishes;
  /** What the project sets for all of its routes; it is in the specs already. */
  readonly set: Settings["options"];
  readonly problems: readonly Problem[];
}

/** The routes of the command line, with what its options and the settings say of them. */
export function requestOf(
  routes: readonly string[],
  options: CreateOptions,
  templates: KnownTemplates,
): RouteRequest {
  return {
    routes,
    methods: options.methods ?? [],
    dynamic: options.dynamic,
    catchAll: options.catchAll,
    optional: options.optional === true,
    crud: options.crud === true,
    template: options.template,
    auth: options.auth,
    role: options.role,
    fields: options.fields ?? [],
    validate: options.validate,
    data: options.data,
    fallbacks: options.fallbacks !== false,
    test: options.test,
    templates,
  };
}

/** What is wanted by one request. */
export function wantedBy(request: RouteRequest, options: CreateOptions, settings: Settings): Wanted {
  return withHabits(parseRouteSpecs(request), options, settings);
}

/** The same with the routes of the file for --from; what the request says beside its routes is what those leave open. */
export async function wantedByAll(
  request: RouteRequest,
  options: CreateOptions,
  settings: Settings,
  here: FileSurroundings,
): Promise<Wanted> {
  if (options.from === undefined) return wantedBy(request, options, settings);
  const { specsFrom } = await import("./from-file.js");
  const inFile = await specsFrom(options.from, request, here);
  const given = request.routes.length > 0 ? parseRouteSpecs(request) : beside(request, inFile.problems);
  return withHabits(
    { specs: [...given.specs, ...inFile.specs], problems: [...given.problems, ...inFile.problems] },
    options,
    settings,
  );
}

/**
 * What is wrong with options that stand alone beside a file. Its entries have them, and tell it, unless there is none to be read;
 * options that need one another may go with what it says.
 */
function beside(request: RouteRequest, inFile: readonly Problem[]): ReturnType<typeof parseRouteSpecs> {
  if (!inFile.some(({ code }) => code === "SPEC_UNREADABLE")) return { specs: [], problems: [] };
  const { problems } = parseRouteSpecs(request);
  return { specs: [], problems: problems.filter(({ code }) => code !== "USAGE" && code !== "ROUTE_MISSING") };
}

/** The same with the habits that are asked for. */
function withHabits(
  { specs, problems }: Pick<Wanted, "specs" | "problems">,
  options: CreateOptions,
  settings: Settings,
): Wanted {
  const asked = parseHabitWishes(options.habit ?? []);
  const habits = new Map<HabitName, HabitWish>([
    ...settings.habits.map(([name, value]) => [name, { value, source: "config" }] as const),
    ...asked.wishes.map(([name, value]) => [name, { value, source: "option" }] as const),
  ]);
  return { specs, habits, set: settings.options, problems: [...problems, ...asked.problems] };
}

/** The habits that are asked for at each place: a route's own go before those of the run. */
export function habitsWished(targets: readonly Target[], { habits }: Wanted): Map<string, HabitWishes> {
  return new Map(
    targets.map(({ spec, location }) => {
      const own = (spec.habits ?? []).map(([name, value]) => [name, { value, source: "option" }] as const);
      return [location.folder, own.length === 0 ? habits : new Map([...habits, ...own])];
    }),
  );
}
