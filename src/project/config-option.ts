import { configProgram, type ConfigProgram } from "./config-program.js";
import { absent, computed, possibleValues, unseen } from "./config-values.js";
import type { ModuleSyntax } from "../syntax/module-syntax.js";

/** An option of next.config. */
export interface ConfigOption<T> {
  /** Where Next takes it from; of several places that set it, the first counts. */
  readonly paths: readonly (readonly string[])[];
  /** What a value means; undefined for one that Next does not take. */
  readonly read: (value: unknown) => T | undefined;
  /** What is assumed where the value is not certain. */
  readonly assumed: string;
}

/** What an option is set to (undefined for Next's default); undefined where only a run of the file could tell. */
export type ReadOption = (option: ConfigOption<unknown>) => { readonly value: unknown } | undefined;

/** Reads options in a configuration file. Pure. */
export function optionReader({ program: syntax }: ModuleSyntax): ReadOption {
  const program = configProgram(syntax);
  return (option) => {
    const value = certainValue(program, option);
    return value === computed ? undefined : { value };
  };
}

/** The one thing that an option means, whatever happens; undefined for Next's default. */
function certainValue(program: ConfigProgram, { paths, read }: ConfigOption<unknown>): unknown {
  for (const path of paths) {
    const isMentioned = path.every((key) => program.keys.has(key));
    const values = possibleValues(program, path).map((value) => {
      if (value === unseen) return isMentioned ? computed : absent;
      return value;
    });
    if (values.every((value) => value === absent)) continue;
    if (values.includes(computed)) return computed;
    const meanings = values.map((value) => (value === absent ? undefined : read(value)));
    // What Next does with an option that is not set is what it does with `false`.
    const distinct = new Set(
      meanings.map((meaning) => JSON.stringify(meaning === false ? undefined : meaning)),
    );
    return distinct.size === 1 ? meanings[0] : computed;
  }
  return undefined;
}
