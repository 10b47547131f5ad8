import type { RouteThere } from "../model.js";
import type { AuthHere } from "../project/auth-here.js";
import type { Settings } from "../spec/settings.js";
import type { Habits } from "../project/habits/habits.js";
import type { PathAlias } from "../project/path-aliases.js";
import type { AccessNear } from "../project/access-near.js";
import type { StackHere } from "../project/stack-here.js";
import type { ChooseGuard } from "./guards.js";
import type { AsWritten } from "./tests/as-written.js";
import type { WriteTest } from "./tests/write-test.js";

/** What is at and around the place of a route. */
export interface Vicinity {
  /** The route file that its folder has already. */
  readonly there: RouteThere | undefined;
  /** How code is written there. */
  readonly habits: Habits;
  /** What is seen of the guards of handlers there and near it, as far as that was looked for. */
  readonly access?: AccessNear;
  /** The path aliases of tsconfig.json, if they can be asked for; read only where one could be used. */
  readonly aliases?: () => readonly PathAlias[];
  /** Whether its TypeScript is without `strictNullChecks`; read only where that matters. */
  readonly hasNoNullChecks?: () => boolean;
  /** What the app has of the auth providers, if it was looked for. */
  readonly auth?: AuthHere;
  /** What chooses guards, where a route asks for one: it is loaded only then. */
  readonly chooseGuard?: ChooseGuard;
  /** What writes tests for this app, where a route asks for one: it is loaded only then. */
  readonly writeTest?: WriteTest;
  /** What of a route that is to get a test is there as it would be written anew; undefined if nothing of it is there. */
  readonly asWritten?: AsWritten | undefined;
  /** What it has of the libraries that a resource can be written with, if it was looked for. */
  readonly stack?: StackHere;
  /** What the project sets for all of its routes. */
  readonly set?: Settings["options"];
  /** What the data module exports that is there; undefined if there is none, or if it gives way to a new one. */
  readonly exported?: ReadonlySet<string> | undefined;
}
