import type { Problem } from "../errors.js";
import type { Project } from "../model.js";
import type { AuthHere } from "../project/auth-here.js";
import type { Habits } from "../project/habits/habits.js";
import type { RouteFile } from "../project/route-file.js";
import { defaultAuth, type AuthChoice } from "../spec/auth.js";
import { isMethod, type Method } from "../spec/methods.js";
import type { Guard } from "./auth/guard.js";

/** Where a guard is to stand. */
export interface GuardSite {
  readonly habits: Habits;
  /** The route's folder, relative to the project root. */
  readonly folder: string;
  /** The keys of the route's parameters. */
  readonly parameters: readonly string[];
  /** Whether the file uses a name for something else: the guard's own gets another one then. */
  readonly isTaken: (name: string) => boolean;
  /** What the app has of the providers, if it was looked for. */
  readonly auth: AuthHere | undefined;
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

/** Chooses the guard of a route. */
export type ChooseGuard = (
  wish: { readonly auth: AuthChoice | undefined; readonly role: string | undefined },
  site: GuardSite,
) => GuardChoice;

/** Nothing was asked for. */
export const noGuard: GuardChoice = { guard: undefined, spare: undefined, problem: undefined };

/** The app's own guard was asked for, and these methods would be left without one. */
export function guardUnseen(methods: readonly Method[], folder: string): Problem {
  return {
    code: "GUARD_UNSEEN",
    message: `No handler near ${folder} shows a guard that ${methods.join(", ")} could have too.`,
    hint: `Use --auth ${defaultAuth}, or leave out --auth and write the guard by hand.`,
  };
}

/** The methods of a route file that is there whose handlers call the guard. */
export function guardedMethods({ text, exports }: RouteFile, { check }: Guard): Method[] {
  return exports.all.flatMap(({ name, value }) =>
    isMethod(name) && value && text.slice(value.start, value.end).includes(`${check}(`) ? [name] : [],
  );
}
