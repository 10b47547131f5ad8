import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../errors.js";
import type { NextVersion, Project, Warning } from "../model.js";
import { featuresOf, firstWithRouteHandlers, testedVersions } from "./features.js";
import { readAppTree } from "./app-tree.js";
import { defaultNextConfig, switchesOn } from "./next-config.js";
import { atLeast, parseVersion, type Version } from "./version.js";

/** The file names of Next's configuration, in the order in which Next looks for them. */
const configFiles = [
  "next.config.js",
  "next.config.mjs",
  "next.config.ts",
  "next.config.mts",
  "next.config.cjs",
];

type Inspected = { project: Project; problems: [] } | { project: undefined; problems: Problem[] };

/**
 * Reads what a run has to know of the app: the nearest Next.js app from `cwd` upwards, its app folder, its version.
 * Reads only; writes nothing.
 *
 * @param cwd an absolute folder.
 * @param base where handlers go, relative to the root, if the user says so.
 */
export function inspect(cwd: string, base: string | undefined): Inspected {
  const fail = (...problems: Problem[]): Inspected => ({ project: undefined, problems });
  const found = findProject(cwd);
  if (found.root === undefined) return fail(...found.problems);

  const { root, declared } = found;
  const next = nextVersion(root, declared);
  const version = parseVersion(next.text);
  const problems: Problem[] = [];
  if (version && !atLeast(version, firstWithRouteHandlers)) {
    problems.push({
      code: "NEXT_TOO_OLD",
      message: `Next.js ${next.text} (${next.source}) has no route handlers; they came with ${firstWithRouteHandlers}.`,
      hint: "Upgrade with `npm install next@latest react@latest react-dom@latest`.",
    });
  }

  const appDirs = (["app", "src/app"] as const).filter((dir) => isFolder(path.join(root, dir)));
  const [appDir] = appDirs;
  if (!appDir) {
    problems.push({
      code: "NO_APP_FOLDER",
      message: `${root} has neither an app nor a src/app folder; route handlers live in the App Router.`,
      hint: `Make one: \`mkdir ${
        isFolder(path.join(root, "src")) ? "src/app" : "app"
      }\`. It works beside an existing pages folder.`,
    });
    return fail(...problems);
  }
  const handlers = handlersFolder(appDir, base);
  if (typeof handlers !== "string") problems.push(handlers);
  if (typeof handlers !== "string" || problems.length > 0) return fail(...problems);

  const configText = readConfig(root);
  const config = {
    ...defaultNextConfig,
    cacheComponents: switchesOn(configText, "cacheComponents"),
  };
  return {
    problems: [],
    project: {
      root,
      appDir,
      base: handlers,
      next,
      features: featuresOf(version, config),
      config,
      tree: readAppTree(root, appDir, config.pageExtensions),
      warnings: [...versionWarnings(next, version), ...folderWarnings(appDirs)],
    },
  };
}

/**
 * The nearest Next.js app from `cwd` upwards: its root, and the range of its `next`.
 *
 * @param cwd an absolute folder.
 */
export function findProject(
  cwd: string,
): { root: string; declared: string; problems: [] } | { root: undefined; problems: Problem[] } {
  const fail = (problem: Problem) => ({ root: undefined, problems: [problem] });
  if (!isFolder(cwd)) {
    return fail({
      code: "NOT_A_FOLDER",
      message: `${cwd} is not a folder.`,
      hint: "Give --cwd a folder inside your Next.js app.",
    });
  }

  const found = findRoot(cwd);
  if (!found) {
    return fail({
      code: "NOT_A_NEXT_APP",
      message: `There is no Next.js app in ${cwd} or above it: no package.json there has "next" in its dependencies.`,
      hint: "Run this inside your app or give its folder with --cwd. A new app: `npx create-next-app@latest`.",
    });
  }
  if ("problem" in found) return fail(found.problem);
  return { ...found, problems: [] };
}

/** Where handlers go: `--base`, which has to lie in the app folder, else its `api`. */
function handlersFolder(appDir: string, base: string | undefined): string | Problem {
  if (base === undefined) return `${appDir}/api`;
  const folder = path.posix.normalize(base.replaceAll("\\", "/")).replace(/\/+$/, "");
  if (folder === appDir || folder.startsWith(`${appDir}/`)) return folder;
  return {
    code: "ROUTE_OUTSIDE_APP",
    message: `--base ${JSON.stringify(base)} is not in the app folder.`,
    hint: `Give a folder at or below ${appDir}, e.g. \`--base "${appDir}/(chat)/api"\`.`,
  };
}

type Found = { root: string; declared: string } | { problem: Problem };

/** The nearest folder whose package.json depends on Next. */
function findRoot(cwd: string): Found | undefined {
  for (const folder of upwards(cwd)) {
    const file = path.join(folder, "package.json");
    if (!existsSync(file)) continue;
    try {
      const declared = declaredNext(JSON.parse(readText(file)));
      if (declared !== undefined) return { root: folder, declared };
    } catch (error) {
      return {
        problem: {
          code: "PROJECT_UNREADABLE",
          message: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
          hint: "Mend the file and run the command again.",
        },
      };
    }
  }
  return undefined;
}

function declaredNext(manifest: unknown): string | undefined {
  for (const field of ["dependencies", "devDependencies"]) {
    const range = property(property(manifest, field), "next");
    if (typeof range === "string") return range;
  }
  return undefined;
}

/** The installed package first (it may be hoisted to a folder above), then the declared range. */
function nextVersion(root: string, declared: string): NextVersion {
  for (const folder of upwards(root)) {
    const file = path.join(folder, "node_modules", "next", "package.json");
    if (!existsSync(file)) continue;
    const version = property(parseJson(readText(file)), "version");
    if (typeof version === "string") return { text: version, source: "installed" };
  }
  return { text: declared, source: "declared" };
}

function versionWarnings(next: NextVersion, version: Version | undefined): Warning[] {
  if (!version) {
    return [
      {
        code: "NEXT_VERSION_UNKNOWN",
        message: `Next.js is not installed and "${next.text}" names no version: the newest is assumed.`,
      },
    ];
  }
  if (version[0] > testedVersions.newestMajor || !atLeast(version, testedVersions.oldest)) {
    const { oldest, newestMajor } = testedVersions;
    return [
      {
        code: "NEXT_UNTESTED",
        message: `Next.js ${next.text} is outside the tested versions (${oldest} to ${String(
          newestMajor,
        )}.x): read the result before you rely on it.`,
      },
    ];
  }
  return [];
}

function folderWarnings(appDirs: readonly string[]): Warning[] {
  if (appDirs.length < 2) return [];
  return [
    {
      code: "TWO_APP_FOLDERS",
      message: "There is an app and a src/app folder; Next.js serves only app, so it is used.",
    },
  ];
}

function readConfig(root: string): string {
  const file = configFiles.map((name) => path.join(root, name)).find((name) => existsSync(name));
  return file ? readText(file) : "";
}

function* upwards(folder: string): Generator<string> {
  for (let current = folder; ; current = path.dirname(current)) {
    yield current;
    if (current === path.dirname(current)) return;
  }
}

/** A byte-order mark is no part of the text. */
function readText(file: string): string {
  return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
}

/** A half-installed package is as good as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
