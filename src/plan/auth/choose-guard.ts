import type { GuardSeen } from "../../project/habits/guards.js";
import { valueOf, type Neighbour } from "../../project/habits/habits.js";
import { withNames } from "../../project/habits/snippet.js";
import { noAuthHere, readyProviders, type AuthHere } from "../../project/auth-here.js";
import { defaultAuth, rolesOf, type AuthName, type WrittenAuth } from "../../spec/auth.js";
import { capitalize } from "../../spec/words.js";
import { noGuard, type ChooseGuard, type GuardSite } from "../guards.js";
import type { ImportNeed } from "../import-lines.js";
import { movedImports } from "../moved-imports.js";
import { ownGuardTest } from "../tests/own-guard.js";
import { authMissing } from "./auth-missing.js";
import type { Guard } from "./guard.js";
import { noRoles, rolesMissing } from "./roles-missing.js";
import { writtenGuards } from "./written-guards.js";

/**
 * The guard that was asked for, for a route: of the app's own, the one that is the habit near the route. None where only a
 * wrapper guards the app's handlers. Where none is named, the app's own; else the provider that it has set up; else the
 * default. A role is looked at by a guard of ours alone: with one, the app's own is passed over.
 */
export const chooseGuard: ChooseGuard = ({ auth, role }, { auth: here = noAuthHere, ...place }) => {
  const none = noGuard;
  if (auth === undefined) return none;
  const site = { ...place, auth: here };
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
};

function isWritten(name: AuthName): name is WrittenAuth {
  return name !== "app";
}

/** A guard of ours: what is its own gets another name where the route, its parameters too, has that name already. */
function writtenGuard(
  name: WrittenAuth,
  { auth, parameters, isTaken, specifierOf }: GuardSite & { readonly auth: AuthHere },
  role?: string,
): Guard {
  const here = auth.providers.get(name);
  const module = here?.isReady === true ? here.module : undefined;
  return writtenGuards[name]({
    module,
    role,
    specifier: module ? (module.package ?? specifierOf(bareModule(module.path))) : "",
    named: (variable) =>
      isTaken(variable) || parameters.includes(variable) ? `auth${capitalize(variable)}` : variable,
  });
}

/** A module as it is imported: without its ending, and a folder for its index. */
function bareModule(path: string): string {
  return path.replace(/(\/index)?\.\w+$/, "");
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
