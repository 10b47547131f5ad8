import { valueOf, type Habits } from "../project/habits/habits.js";
import { importsOf, isSameModule } from "../project/imports.js";
import type { PathAlias } from "../project/path-aliases.js";
import type { RouteFile } from "../project/route-file.js";

/** What a module is called in an import, apart from the way to it. */
export interface Importing {
  readonly habits: Habits;
  /** The route file that is there: it may import the module already, in its own way. */
  readonly file: RouteFile | undefined;
  /** The aliases of tsconfig.json; asked for only where one could be used. */
  readonly aliases: () => readonly PathAlias[];
}

/**
 * How a route file imports a module of the app: as it does already; else a sibling as `./data`; one of a folder above by
 * the alias, where that is the habit and tsconfig.json has it, else by the way up. Pure.
 *
 * @param relative the way from the route's folder, e.g. `../data`.
 * @param path of the module, relative to the project root.
 */
export function specifierOf(relative: string, path: string, { habits, file, aliases }: Importing): string {
  const habit = valueOf(habits, "imports");
  if (relative.startsWith("./")) return relative;
  const imported = file ? importsOf(file.syntax).map(({ source }) => source) : [];
  const isImportedAs = (specifier: string) => imported.some((source) => isSameModule(source, specifier));
  if (isImportedAs(relative)) return relative;
  const end = relative.slice(relative.lastIndexOf("/"));
  if (habit === "relative" && !imported.some((source) => source.endsWith(end))) return relative;
  const named = aliased(path, aliases());
  const own = named.find(({ specifier }) => isImportedAs(specifier));
  return (own ?? named.find(({ prefix }) => `${prefix}*` === habit))?.specifier ?? relative;
}

/** What a module is called by the aliases that its folder lies in. */
export function aliased(
  path: string,
  aliases: readonly PathAlias[],
): { prefix: string; folder: string; specifier: string }[] {
  return aliases
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .map(({ prefix, folder }) => ({
      prefix,
      folder,
      specifier: prefix + (folder === "" ? path : path.slice(folder.length + 1)).replace(/\.ts$/, ""),
    }));
}
