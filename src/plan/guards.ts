import type { Problem } from "../errors.js";
import type { Project } from "../model.js";
import type { GuardSeen } from "../project/habits/guards.js";
import { valueOf, type Habits, type Neighbour } from "../project/habits/habits.js";
import type { RouteFile } from "../project/route-file.js";
import { readyProviders, type AuthHere } from "../project/auth-here.js";
import { defaultAuth, rolesOf, type AuthChoice, type AuthName, type WrittenAuth } from "../spec/auth.js";
import { isMethod, type Method } from "../spec/methods.js";
import { withNames } from "../project/habits/snippet.js";
import { capitalize } from "../spec/words.js";
import { authMissing } from "./auth/auth-missing.js";
import { noRoles, rolesMissing } from "./auth/roles-missing.js";
import type { Guard } from "./auth/guard.js";
import { writtenGuards } from "./auth/written-guards.js";
import type { ImportNeed } from "./import-lines.js";
import { movedImports } from "./moved-imports.js";
import { ownGuardTest } from "./tests/own-guard.js";

/** Where a guard is to stand. */
export interface GuardSite {
  readonly habits: Habits;
  /** The route's folder, relative to the project root. */
  readonly folder: string;
  /** The keys of the route's parameters. */
  readonly parameters: readonly string[];
  /** Whether the file uses a name for something else: the guard's own gets another one then. */
  readonly isTaken: (name: string) => boolean;
  /** What the app has of the providers. */
  readonly auth: AuthHere;
  /** What the app's Next.js does. */
  readonly features: Project["features"];
  /** How the file imports a module of the app, told by its path without the ending. */
  readonly specifierOf: (module: string) => string;
}

/** What guards a route's handlers. */
export interface GuardChoice {
  readonly guard: Guard | undefined;
  /** What stands in for one that needs a wrapper, where the wrapper cannot be had. */
  readonly spare: Guard | undefined;
  /** Why there is none. */
  readonly problem: Problem | undefined;
}

/**
 * The guard that was asked for, for a route: of the app's own, the one that is the habit near the route. None where only a
 * wrapper guards the app's handlers. Where none is named, the app's own; else the provider that it has set up; else the
 * default. A role is looked at by a guard of ours alone: with one, the app's own is passed over.
 */
export function guardFor(
  { auth, role }: { readonly auth: AuthChoice | undefined; readonly role: string | undefined },
  site: GuardSite,
): GuardChoice {
  const none = { guard: undefined, spare: undefined, problem: undefined };
  if (auth === undefined) return none;
  if (role !== undefined) {
    const ready = readyProviders(site.auth).filter((name) => rolesOf(name) !== undefined);
    const name = auth === "any" ? ready[0] : auth;
    if (name === undefined || !isWritten(name)) return { ...none, problem: noRoles(name) };
    const problem = authMissing(name, site.auth, site.features) ?? rolesMissing(name, site.auth);
    return problem ? { ...none, problem } : { ...none, guard: writtenGuard(name, site, role) };
  }
  if (auth === "app") return { ...none, guard: ownGuard(site) };
  if (auth === "any") {
    const [here = defaultAuth] = readyProviders(site.auth).filter(isWritten);
    const spare = writtenGuard(here, site);
    return { ...none, guard: ownGuard(site) ?? spare, spare };
  }
  const problem = authMissing(auth, site.auth, site.features);
  return problem ? { ...none, problem } : { ...none, guard: writtenGuard(auth, site) };
}

function isWritten(name: AuthName): name is WrittenAuth {
  return name !== "app";
}

/** A guard of ours: what is its own gets another name where the route, its parameters too, has that name already. */
function writtenGuard(
  name: WrittenAuth,
  { auth, parameters, isTaken, specifierOf }: GuardSite,
  role?: string,
): Guard {
  const here = auth.providers.get(name);
  const module = here?.isReady === true ? here.module : undefined;
  return writtenGuards[name]({
    module,
    role,
    specifier: module ? specifierOf(bareModule(module.path)) : "",
    named: (variable) =>
      isTaken(variable) || parameters.includes(variable) ? `auth${capitalize(variable)}` : variable,
  });
}

/** A module as it is imported: without its ending, and a folder for its index. */
function bareModule(path: string): string {
  return path.replace(/(\/index)?\.\w+$/, "");
}

/** The app's own guard was asked for, and these methods would be left without one. */
export function guardUnseen(methods: readonly Method[], folder: string): Problem {
  return {
    code: "GUARD_UNSEEN",
    message: `No handler near ${folder} shows a guard that ${methods.join(", ")} could have too.`,
    hint: `Use --auth ${defaultAuth}, or leave out --auth and write the guard by hand.`,
  };
}

/** The guard of the app's own: of those with the habit's name the one that most of the nearest handlers have. */
function ownGuard({ habits, folder, isTaken }: GuardSite): Guard | undefined {
  const name = valueOf(habits, "guard");
  const votes = new Map<string, { weight: number; guard: GuardSeen; from: Neighbour }>();
  for (const neighbour of habits.neighbours) {
    for (const guard of neighbour.guards) {
      if (guard.name !== name) continue;
      const key = guard.lines.join("\n");
      const weight = (votes.get(key)?.weight ?? 0) + 2 ** -neighbour.up;
      votes.set(key, { weight, guard, from: votes.get(key)?.from ?? neighbour });
    }
  }
  for (const { guard, from } of [...votes.values()].sort((a, b) => b.weight - a.weight)) {
    const imports = movedImports(guard.imports, from.path, folder);
    if (!imports) continue;
    const given = (variable: string) => (isTaken(variable) ? `auth${capitalize(variable)}` : variable);
    const own = imports.map((need) => ({ ...need, local: given(need.local) }));
    const [root = "", ...members] = guard.name.split(".");
    const isOwn = imports.some(({ local }) => local === root);
    return {
      imports: own,
      lines: (request) =>
        guard.lines.map((line) =>
          mended(withNames(line, (variable) => (variable === "request" ? request : given(variable)))),
        ),
      check: isOwn ? [given(root), ...members].join(".") : guard.name,
      readsRequest: guard.readsRequest,
      takesNextRequest: guard.requestType === "NextRequest",
      awaits: guard.awaits,
      partial: undefined,
      names: [...guard.declares.map(given), ...own.map(({ local }) => local)],
      needs: undefined,
      ...(guard.wrapper === undefined ? {} : { wrapper: guard.wrapper }),
      ...testOf(guard, own, given),
    };
  }
  return undefined;
}

/** How a test gets past a guard of the app's own, if its lines are of a form that shows it. */
function testOf(
  { lines }: GuardSeen,
  imports: readonly ImportNeed[],
  given: (name: string) => string,
): Pick<Guard, "test"> {
  const test = ownGuardTest(
    lines.map((line) => mended(withNames(line, given))),
    imports,
  );
  return test ? { test } : {};
}

/** Who is not known is told so by 401 and not by 403, whatever the app says elsewhere. Source: RFC 9110, 15.5.2, 15.5.4. */
function mended(line: string): string {
  return /unauthori[sz]ed|unauthenticated|not (authenticated|logged in|signed in)/i.test(line)
    ? line.replace(/\bstatus: 403\b/, "status: 401")
    : line;
}

/** The methods of a route file that is there whose handlers call the guard. */
export function guardedMethods({ text, exports }: RouteFile, { check }: Guard): Method[] {
  return exports.all.flatMap(({ name, value }) =>
    isMethod(name) && value && text.slice(value.start, value.end).includes(`${check}(`) ? [name] : [],
  );
}
