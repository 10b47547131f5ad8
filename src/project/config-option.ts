import { configProgram, type ConfigProgram } from "./config-program.js";
import { absent, computed, possibleValues, unseen } from "./config-values.js";
import type { ModuleThere, Modules } from "./access/modules.js";

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
export type ReadOption = (option: ConfigOption<unknown>) => FoundOption | undefined;

export interface FoundOption {
  readonly value: unknown;
  /** The modules that may set it too and cannot be read, as they are imported. */
  readonly unread: readonly string[];
}

/**
 * Reads options in a configuration file, and in those of the app that it takes its object from. Pure but for `modules`.
 *
 * @param modules the others; nothing is followed without.
 */
export function optionReader(config: ModuleThere, modules?: Modules): ReadOption {
  const known = new Map<ModuleThere, ConfigProgram>();
  const programOf = (module: ModuleThere): ConfigProgram => {
    const found =
      known.get(module) ??
      configProgram(module.syntax.program, (source) => {
        const other = modules?.imported(module, source);
        return other && programOf(other);
      });
    known.set(module, found);
    return found;
  };
  const program = programOf(config);
  return (option) => {
    const unread = new Set<string>();
    const value = certainValue(program, option, unread);
    return value === computed ? undefined : { value, unread: [...unread] };
  };
}

/** The one thing that an option means, whatever happens; undefined for Next's default. */
function certainValue(
  program: ConfigProgram,
  { paths, read }: ConfigOption<unknown>,
  unread: Set<string>,
): unknown {
  for (const path of paths) {
    const isMentioned = path.every((key) => program.keys.has(key));
    const values = possibleValues(program, path, unread).map((value) => {
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
