import type { CommandName } from "./spec/commands.js";
import type { ValueForm } from "./spec/public-paths.js";

/** A row of the tables in options.ts: what a user can give, and all that is said of it. */
export interface OptionRow {
  readonly flags: string;
  readonly value: ValueKind;
  readonly group: "Route" | "Run" | "Project";
  readonly help: string;
  /** What holds where neither the user nor the project says anything. */
  readonly builtIn?: string;
  /** The values that it takes, where they are known. */
  readonly choices?: readonly Choice[];
  /** What a choice looks like that the project adds to them. */
  readonly moreChoices?: RegExp;
  /** What is asked for it on a terminal. */
  readonly question?: string;
  /** The kind of route that it makes: one of the answers where it is asked what a route stands for. */
  readonly kind?: Choice;
  /** What a value has to look like, where not every text is one. */
  readonly form?: ValueForm;
  /** Whether a project can set it for itself. */
  readonly isSetting?: true;
  /** The commands that have the option too. */
  readonly also?: readonly CommandName[];
}

/** An option of other commands. */
export interface CommandOptionRow extends OptionRow {
  readonly of: readonly CommandName[];
}

/** One of the values of an option. */
export interface Choice {
  readonly name: string;
  readonly summary?: string;
}

export type ValueKind = keyof ValueTypes;

/** What each kind is once it is parsed; undefined where nothing was said. */
export interface ValueTypes {
  flag: boolean | undefined;
  negated: boolean | undefined;
  text: string | undefined;
  list: string[] | undefined;
  "optional-text": string | true | undefined;
}

/**
 * What says the opposite of an option that switches something off, e.g. `--fallbacks`: nothing on its own, but a project can have
 * switched it off for itself. Undefined for the other options.
 */
export function oppositeOf({ flags, value }: Pick<OptionRow, "flags" | "value">): string | undefined {
  return value === "negated" ? flags.replace("--no-", "--") : undefined;
}
