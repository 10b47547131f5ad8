import { readdirSync } from "node:fs";
import path from "node:path";
import { runnerNames, runnerOf, type RunnerName } from "../spec/tests.js";
import { levelsOfRepository, type Level } from "./folders-above.js";
import { textOf } from "./folders.js";
import { declaredRange, member, textAt } from "./manifest.js";
import { managerOf, usualManager } from "./package-manager.js";
import type { PathAlias } from "./path-aliases.js";
import { besideRoute, placeIn, type TestOfRoute, type TestPlace } from "./test-places.js";
import { versionHere } from "./version-here.js";

/** What an app has of a test runner. */
export type RunnerHere =
  | { readonly isReady: true }
  | { readonly isReady: false; readonly lacks: "package" }
  | { readonly isReady: false; readonly lacks: "version"; readonly has: string };

/** How an app is tested. */
export interface TestsHere {
  readonly runners: ReadonlyMap<RunnerName, RunnerHere>;
  /** The runner that the app has, by what shows it best; undefined if it has none. */
  readonly own: RunnerName | undefined;
  /** What adds a package for development, e.g. `npm install -D`. */
  readonly add: string;
  readonly place: TestPlace;
  /** Whether Node.js takes the app's files for ES modules. */
  readonly isModule: boolean;
  /** Whether Jest's functions are there without an import. */
  readonly hasGlobals: boolean;
  /** Whether tests run in a stand-in for a browser, unless one says otherwise. */
  readonly isBrowser: boolean;
}

/** An app without any. */
export const noTestsHere: TestsHere = {
  runners: new Map(),
  own: undefined,
  add: usualManager.addDev,
  place: besideRoute,
  isModule: false,
  hasGlobals: false,
  isBrowser: false,
};

/** What there is to see of a runner in one folder. */
interface Place extends Level {
  readonly names: readonly string[];
}

/**
 * Which test runners an app has, and where its tests of routes lie. The one that it uses is, in this order: what a test of a
 * route imports; what the `test` script runs; the one with a configuration; the one that is a dependency. The app's own folder
 * counts before those above it. Reads only.
 *
 * @param root the project root, absolute.
 */
export function readTests(root: string, aliases: () => readonly PathAlias[]): TestsHere {
  const levels = levelsOfRepository(root).map((level): Place => ({
    ...level,
    names: namesIn(level.folder),
  }));
  const runners = new Map(runnerNames.map((name) => [name, runnerHere(name, levels, root)]));
  const found = testsOfRoutes(root, aliases);
  const declares = (name: string) =>
    levels.some(({ manifest }) => declaredRange(manifest, name) !== undefined);
  const configs = levels.flatMap((level) => runnerNames.map((name) => configText(name, level) ?? ""));
  return {
    runners,
    own: ownRunner(
      levels,
      found.map(({ text }) => text),
    ),
    add: managerOf(root).addDev,
    place: placeIn(found) ?? besideRoute,
    isModule: textAt(levels[0]?.manifest, "type") === "module",
    hasGlobals: declares("@types/jest"),
    isBrowser: configs.some((text) => /jsdom|happy-dom/.test(text)),
  };
}

function runnerHere(name: RunnerName, levels: readonly Place[], root: string): RunnerHere {
  const row = runnerOf(name);
  const range = levels
    .map(({ manifest }) => declaredRange(manifest, row.package))
    .find((each) => each !== undefined);
  if (range === undefined) return { isReady: false, lacks: "package" };
  const { text: has, version } = versionHere(root, row.package, range);
  return version !== undefined && version[0] < row.since
    ? { isReady: false, lacks: "version", has }
    : { isReady: true };
}

/** What the app's folder shows counts before what those above it do. */
function ownRunner(levels: readonly Place[], tests: readonly string[]): RunnerName | undefined {
  const isImported = (source: string) =>
    tests.some((text) => text.includes(`"${source}"`) || text.includes(`'${source}'`));
  const signs: ((name: RunnerName, level: Place) => boolean)[] = [
    (name, { manifest }) => runnerOf(name).command.test(textAt(manifest, "scripts", "test") ?? ""),
    (name, level) => configText(name, level) !== undefined,
    (name, { manifest }) =>
      runnerOf(name).isVague !== true && declaredRange(manifest, runnerOf(name).package) !== undefined,
  ];
  return [
    runnerNames.find((name) => runnerOf(name).imports.some(isImported)),
    ...levels.flatMap((level) => signs.map((shows) => runnerNames.find((name) => shows(name, level)))),
  ].find((name) => name !== undefined);
}

/** What a runner's configuration says; undefined if there is none. */
function configText(name: RunnerName, { folder, names, manifest }: Place): string | undefined {
  const { configFile, configKey } = runnerOf(name);
  const file = configFile && names.find((each) => configFile.test(each));
  // Vite's configuration can have that of Vitest in it.
  const vite = name === "vitest" ? names.find((each) => /^vite\.config\.[cm]?[jt]s$/.test(each)) : undefined;
  if (file !== undefined) return textOf(path.join(folder, file));
  const shared = vite === undefined ? undefined : textOf(path.join(folder, vite));
  if (shared !== undefined && /\btest\s*:/.test(shared)) return shared;
  const inManifest = configKey === undefined ? undefined : member(manifest, configKey);
  return inManifest === undefined ? undefined : JSON.stringify(inManifest);
}

/** Folders in which no test of the app lies. */
const ignored = new Set(["node_modules", ".next", ".git", "dist", "build", "out", "coverage", "public"]);
const testFile = /\.(?:test|spec)\.[cm]?tsx?$/;
/** How many folders are looked into: more than the apps have that were counted, and a bound for one with a mountain of data. */
const enough = 5_000;

/** The tests of an app that import a route file, with their texts. */
function testsOfRoutes(
  root: string,
  aliases: () => readonly PathAlias[],
): (TestOfRoute & { text: string })[] {
  const files: string[] = [];
  const folders = [""];
  for (let at = 0; at < Math.min(folders.length, enough); at += 1) {
    const folder = folders[at] ?? "";
    for (const entry of entriesIn(path.join(root, folder))) {
      const place = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !ignored.has(entry.name)) folders.push(place);
      else if (entry.isFile() && testFile.test(entry.name)) files.push(place);
    }
  }
  return files.flatMap((test) => {
    const text = textOf(path.join(root, test)) ?? "";
    const [, source] = /(?:from|import\(|require\()\s*["']([^"']*\/route)(?:\.[jt]sx?)?["']/.exec(text) ?? [];
    const route = source === undefined ? undefined : resolved(source, test, aliases);
    return route === undefined ? [] : [{ test, route: `${route}.ts`, text }];
  });
}

/** The path that an import of the app means, without an ending; undefined for a package's. */
function resolved(source: string, from: string, aliases: () => readonly PathAlias[]): string | undefined {
  if (source.startsWith(".")) return path.posix.join(path.posix.dirname(from), source);
  const alias = aliases().find(({ prefix }) => source.startsWith(prefix));
  return alias && path.posix.join(alias.folder, source.slice(alias.prefix.length));
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  return entriesIn(folder).map(({ name }) => name);
}
