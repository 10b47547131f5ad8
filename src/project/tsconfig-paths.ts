import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../errors.js";
import { upwards } from "./folders.js";
import { parseJsonc } from "./jsonc.js";
import { member } from "./manifest.js";
import { pathAliases, type PathAlias, type PathOptions } from "./path-aliases.js";

/** What one file and those that it extends say. */
interface Options {
  /** Absolute. */
  readonly baseUrl?: string;
  readonly paths?: PathOptions["paths"];
  /** The folder of the file that has the paths. */
  readonly pathsFrom?: string;
  readonly isExact?: boolean;
  readonly isStrict?: boolean;
  readonly checksNull?: boolean;
}

/**
 * The path aliases of an app, from its tsconfig.json or jsconfig.json and what that extends. A file that cannot be read has
 * none: an import is relative then. Source: the TSConfig reference, `extends`, `baseUrl`, `paths`.
 *
 * @param root the project root, absolute.
 */
function readPathAliases(root: string): PathAlias[] {
  const options = readPathOptions(root);
  return options ? pathAliases(options, slashed(root)) : [];
}

/**
 * What an app's tsconfig.json or jsconfig.json, and what that extends, say of paths; undefined if nothing.
 *
 * @param root the project root, absolute.
 */
export function readPathOptions(root: string): PathOptions | undefined {
  const { baseUrl, paths, pathsFrom } = optionsIn(root);
  const from = baseUrl ?? pathsFrom;
  return paths && from !== undefined ? { paths, from: slashed(from) } : undefined;
}

/** Whether an app's TypeScript tells a member that is left out from one that is undefined (`exactOptionalPropertyTypes`). */
export function isExactlyOptional(root: string): boolean {
  return optionsIn(root).isExact === true;
}

/**
 * Whether an app's TypeScript is without `strictNullChecks`. Where a tsconfig.json says nothing of it, Next.js writes `"strict": false`
 * into it. Source: Next.js, lib/typescript/writeConfigurationDefaults.
 *
 * @param root the project root, absolute.
 */
export function hasNoNullChecks(root: string): boolean {
  const { isStrict = false, checksNull = isStrict } = optionsIn(root);
  return !checksNull;
}

function optionsIn(root: string): Options {
  const file = ["tsconfig.json", "jsconfig.json"].map((name) => path.join(root, name)).find(isFile);
  return file === undefined ? {} : optionsOf(file, root, []);
}

/**
 * Why an app in JavaScript cannot have a TypeScript file yet. With the first one in it, Next.js writes a tsconfig.json at the next
 * build, and reads that alone from then on: imports by a path of jsconfig.json are not found any more, also when the file is
 * gone again (measured on 15.5).
 *
 * @param root the project root, absolute.
 */
export function javaScriptProblems(root: string): Problem[] {
  if (isFile(path.join(root, "tsconfig.json"))) return [];
  const options = optionsIn(root);
  if (!options.paths && options.baseUrl === undefined) return [];
  return [
    {
      code: "TSCONFIG_MISSING",
      message:
        "The app has a jsconfig.json and no tsconfig.json: with a TypeScript file in it, Next.js writes one, and reads no paths from jsconfig.json any more.",
      hint: "Copy it first: `cp jsconfig.json tsconfig.json`. Next.js adds the rest.",
    },
  ];
}

/** A reader of an app's aliases, which reads them once, and only if it is asked. */
export function aliasReader(root: string): () => readonly PathAlias[] {
  let aliases: readonly PathAlias[] | undefined;
  return () => (aliases ??= readPathAliases(root));
}

/** @param above the files that lead here: one of them again would be a circle. */
function optionsOf(file: string, root: string, above: readonly string[]): Options {
  if (above.includes(file)) return {};
  const config = configIn(file);
  const folder = path.dirname(file);
  const bases = [member(config, "extends") ?? []].flat().filter((each) => typeof each === "string");
  const inherited = bases.map((each) => {
    const base = extendedFile(each, folder);
    return base === undefined ? {} : optionsOf(base, root, [...above, file]);
  });
  const options = member(config, "compilerOptions");
  const [baseUrl, paths] = [member(options, "baseUrl"), member(options, "paths")];
  const flags = {
    isExact: member(options, "exactOptionalPropertyTypes"),
    isStrict: member(options, "strict"),
    checksNull: member(options, "strictNullChecks"),
  };
  const placed = (place: string) => place.replace("${configDir}", root);
  return Object.assign(
    {},
    ...inherited,
    typeof baseUrl === "string" ? { baseUrl: path.resolve(folder, placed(baseUrl)) } : {},
    Object.fromEntries(Object.entries(flags).filter(([, flag]) => typeof flag === "boolean")),
    typeof paths === "object" && paths !== null ? { paths: textLists(paths, placed), pathsFrom: folder } : {},
  ) as Options;
}

function textLists(paths: object, placed: (place: string) => string): PathOptions["paths"] {
  return Object.fromEntries(
    Object.entries(paths).map(([pattern, places]: [string, unknown]) => [
      pattern,
      (Array.isArray(places) ? places : []).filter((each) => typeof each === "string").map(placed),
    ]),
  );
}

/** The file that `extends` names: a path, or something of a package that is installed in this folder or above it. */
function extendedFile(name: string, folder: string): string | undefined {
  const isPath = /^\.{0,2}\/|^\.\.?$/.test(name) || path.isAbsolute(name);
  const places = isPath ? [folder] : [...upwards(folder)].map((each) => path.join(each, "node_modules"));
  return places
    .flatMap((place) => ["", ".json", "/tsconfig.json"].map((end) => path.resolve(place, name + end)))
    .find(isFile);
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

/** What a file has in it; one that does not parse has nothing. */
function configIn(file: string): unknown {
  try {
    return parseJsonc(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function slashed(place: string): string {
  return place.replaceAll("\\", "/");
}
