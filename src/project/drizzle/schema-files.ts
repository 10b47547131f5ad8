import path from "node:path/posix";
import { configProgram } from "../config-program.js";
import { possibleValues } from "../config-values.js";
import { fileAt } from "../existing-files.js";
import { filesBelow } from "../files-below.js";
import { globsMatch } from "../globs.js";
import type { ModuleReader } from "../module-reader.js";

const configFiles = ["ts", "mts", "cts", "js", "mjs", "cjs"].map((ending) => `drizzle.config.${ending}`);

/** Where apps keep their tables if no config says so: a file, or a folder of files. */
const usualPlaces = [
  "db/schema",
  "db/schemas",
  "db/tables",
  "lib/db/schema",
  "lib/db/schemas",
  "server/db/schema",
  "lib/schema",
  "lib/drizzle/schema",
  "drizzle/schema",
  "database/schema",
  "schema",
];

/**
 * The files that have an app's tables, relative to its root: those that drizzle.config names (a file, a folder, globs), else
 * those of the usual places, below `src` too. Source: Drizzle Kit, "Configuration", `schema`.
 *
 * @param root the project root, absolute.
 */
export function schemaFiles(root: string, modules: ModuleReader): string[] {
  const patterns = configuredSchemas(root, modules);
  const named = patterns.flatMap((pattern) => filesOf(root, pattern));
  if (named.length > 0) return unique(named);
  const places = usualPlaces.flatMap((place) => [place, `src/${place}`]);
  return unique(places.flatMap((place) => filesOf(root, place)));
}

/** What `schema` says in drizzle.config, relative to the root. */
function configuredSchemas(root: string, modules: ModuleReader): string[] {
  const file = configFiles.find((name) => fileAt(root, name) === name);
  const config = file === undefined ? undefined : modules.read(file);
  if (!config || "why" in config) return [];
  const values = possibleValues(configProgram(config.syntax.program), ["schema"]);
  return values
    .flat()
    .filter((value): value is string => typeof value === "string")
    .map((value) => path.normalize(value).replace(/\/$/, ""));
}

/** A file, with its ending or without; the index of a folder, as it is what others import; else all files of the folder or glob. */
function filesOf(root: string, pattern: string): string[] {
  if (path.isAbsolute(pattern) || pattern.startsWith("..")) return [];
  if (!/[*?[{]/.test(pattern)) {
    const file = fileAt(root, pattern);
    return file === undefined ? filesBelow(root, pattern).filter(isCode) : [file];
  }
  const [fixed = ""] = /^[^*?[{]*(?=\/)/.exec(pattern) ?? [];
  return filesBelow(root, fixed)
    .filter((file) => isCode(file) && globsMatch([pattern], file))
    .sort((a, b) => Number(isIndex(b)) - Number(isIndex(a)));
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.(d|test|spec)\.[cm]?ts$/.test(file);
}

function isIndex(file: string): boolean {
  return /(^|\/)index\.\w+$/.test(file);
}

function unique(files: readonly string[]): string[] {
  return [...new Set(files)];
}
