import type { Habits } from "../project/habits/habits.js";
import { valueOf } from "../project/habits/habits.js";

/** A path alias of tsconfig.json, e.g. `@/` for the files of `src`. */
export interface PathAlias {
  /** What imports begin with, with the slash. */
  readonly prefix: string;
  /** The folder that it stands for, relative to the project root; empty for the root itself. */
  readonly folder: string;
}

/**
 * How a route file imports a module of the app: a sibling as `./data`; one of a folder above by the alias, where that is
 * the habit and tsconfig.json has it, else by the way up. Pure.
 *
 * @param relative the way from the route's folder, e.g. `../data`.
 * @param path of the module, relative to the project root.
 */
export function specifierOf(
  relative: string,
  path: string,
  habits: Habits,
  aliases: readonly PathAlias[],
): string {
  const habit = valueOf(habits, "imports");
  if (habit === "relative" || relative.startsWith("./")) return relative;
  const alias = aliases.find(
    ({ prefix, folder }) => `${prefix}*` === habit && (folder === "" || path.startsWith(`${folder}/`)),
  );
  if (!alias) return relative;
  const inside = alias.folder === "" ? path : path.slice(alias.folder.length + 1);
  return alias.prefix + inside.replace(/\.ts$/, "");
}
