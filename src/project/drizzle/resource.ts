import type { DbModule } from "./db-module.js";
import type { Unfit } from "../unfit.js";
import type { DrizzleTable } from "./table.js";

/** What the routes of a resource need of an app that has Drizzle. */
export interface DrizzleResource {
  readonly db: DbModule;
  readonly table: DrizzleTable;
  /** Whether rows of other tables can hold one of it, so that it cannot be deleted. */
  readonly isHeld: boolean;
}

/** What an app has of Drizzle. */
export interface DrizzleHere {
  /** The tables that its schema exports, e.g. `blogPosts`. */
  readonly names: readonly string[];
  /** Whether it has the package, a database, and a table for the resource: then Drizzle is its choice, fit or not. */
  readonly isFor: (segment: string) => boolean;
  /**
   * What the routes of a resource need, or all that is missing for them.
   *
   * @param parents what each parameter before the resource stands for, e.g. `postId`.
   */
  readonly resource: (segment: string, parents: readonly string[]) => DrizzleResource | Unfit[];
}

/** An app in which it was not looked for. */
export const noDrizzleHere: DrizzleHere = { names: [], isFor: () => false, resource: () => [] };
