import type { Place, Problem } from "../errors.js";
import type { OptionName } from "../options.js";
import type { KnownTemplates } from "./templates.js";

/** What the command line says, still as text. `true` is an option that was given without its value. */
export interface RouteRequest {
  readonly routes: readonly string[];
  readonly methods: readonly string[];
  readonly dynamic: string | true | undefined;
  readonly catchAll: string | true | undefined;
  readonly optional: boolean;
  readonly crud: boolean;
  readonly template: string | undefined;
  readonly auth: string | true | undefined;
  readonly role: string | undefined;
  readonly fields: readonly string[];
  readonly validate: string | undefined;
  readonly data: string | undefined;
  readonly fallbacks: boolean;
  readonly test: string | true | undefined;
  /** The templates that there are. */
  readonly templates: KnownTemplates;
}

/** What is wrong, and the parts of the request that say it. */
export interface Fault {
  readonly fields: readonly (keyof RouteRequest)[];
  /** Which of the texts of the first of these parts. */
  readonly item?: number;
  readonly problem: Problem;
}

/**
 * Where a part of the request stands in a file, and which of its texts; without a part, where the request does. Undefined
 * for what is from no file.
 */
export type PlaceOf = (field?: keyof RouteRequest, item?: number) => Place | undefined;

/** How a message calls a part of the request: as a file does that has it, else as an option. */
export type NameOf = (field: OptionName & keyof RouteRequest) => string;
