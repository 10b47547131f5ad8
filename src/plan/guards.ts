import type { Problem } from "../errors.js";
import type { GuardSeen } from "../project/habits/guards.js";
import { valueOf, type Habits, type Neighbour } from "../project/habits/habits.js";
import type { RouteFile } from "../project/route-file.js";
import { defaultAuth, type AuthChoice, type WrittenAuth } from "../spec/auth.js";
import { isMethod, type Method } from "../spec/methods.js";
import { withNames } from "../project/habits/snippet.js";
import { capitalize } from "../spec/words.js";
import { valueFrom, type ImportNeed } from "./import-lines.js";
import { movedImports } from "./moved-imports.js";

/** How a provider guards a handler. */
export interface Guard {
  /** The imports that the guard needs. */
  readonly imports: readonly ImportNeed[];
  /** The first lines of every handler; they return unless the caller may go on. `request` is the variable with the request. */
  readonly lines: (request: string) => readonly string[];
  /** The function whose call shows that a handler is guarded. */
  readonly check: string;
  /** Whether the lines look at `request`, and whether they wait for something. */
  readonly readsRequest: boolean;
  readonly awaits: boolean;
  /** The partial with the functions that the lines call, if they are not the app's own. */
  readonly partial: string | undefined;
  /** What the imports, the partial and the lines bring into the file: no parameter may be called so. */
  readonly names: readonly string[];
  /** What the user still has to do, in one sentence. */
  readonly needs: string | undefined;
  /** Whether the request has to be Next's own. */
  readonly takesNextRequest?: boolean;
  /** The header that lets a caller in, with a variable of the shell in it. */
  readonly header?: string;
  /** The wrapper of the app's own that the lines need around the handler. */
  readonly wrapper?: string;
}

/** The guards that this tool writes itself. */
export const writtenGuards = {
  bearer: {
    imports: [valueFrom("node:crypto", "createHash"), valueFrom("node:crypto", "timingSafeEqual")],
    lines: (request) => [`if (!isAuthorized(${request})) return unauthorized();`],
    check: "isAuthorized",
    readsRequest: true,
    awaits: false,
    partial: "partials/guards/bearer",
    names: ["createHash", "timingSafeEqual", "isAuthorized", "unauthorized"],
    needs:
      "Set API_TOKEN in the app's environment (e.g. .env.local): while it is unset, every request answers 401.",
    header: "Authorization: Bearer $API_TOKEN",
  },
} as const satisfies Record<WrittenAuth, Guard>;

/**
 * The guard that was asked for, for a route: of the app's own, the one that is the habit near the route. None where only a
 * wrapper guards the app's handlers.
 *
 * @param folder of the route, relative to the project root.
 * @param isTaken whether the file uses a name for something else: the guard's own gets another one then.
 */
export function guardFor(
  auth: AuthChoice | undefined,
  habits: Habits,
  folder: string,
  isTaken: (name: string) => boolean,
): Guard | undefined {
  if (auth === undefined) return undefined;
  if (auth !== "app" && auth !== "any") return writtenGuards[auth];
  return ownGuard(habits, folder, isTaken) ?? (auth === "any" ? writtenGuards[defaultAuth] : undefined);
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
function ownGuard(habits: Habits, folder: string, isTaken: (name: string) => boolean): Guard | undefined {
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
    };
  }
  return undefined;
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
