import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { withoutMark } from "../byte-order-mark.js";
import type { Problem } from "../errors.js";
import type { Warning } from "../model.js";
import { quoted } from "../report/shell.js";
import { looksLikeApp } from "./app-signs.js";
import { appFoldersOf, isFolder, manifestIn, realFolder, upwards } from "./folders.js";
import { declaredNext, textAt } from "./manifest.js";
import { nxWorkspace } from "./nx-workspace.js";
import { findWorkspace, type Workspace } from "./workspace.js";

/** An app or a package that depends on Next.js. */
export interface NextPackage {
  /** Its folder, absolute. */
  readonly root: string;
  /** The range of its `next`. */
  readonly declared: string;
  /** The folder of the package.json that says it, absolute: its own, or one above that says it for all apps. */
  readonly declaredIn: string;
}

/** What {@link findProject} found, or why it found nothing. */
export type FoundProject =
  | (NextPackage & {
      problems: [];
      warnings: readonly Warning[];
      /** The apps of its workspace, if it has no app folder itself: as `--cwd` takes them where the user types. */
      instead: readonly string[];
    })
  | {
      root: undefined;
      problems: Problem[];
      /** The apps that could be meant, as folders seen from where it was looked; none where that is not the problem. */
      apps: string[];
    };

/**
 * The nearest Next.js app from `cwd` upwards. Where there is none, or only a monorepo's root without an app of its own,
 * the one app among the monorepo's packages.
 *
 * @param cwd an absolute folder.
 * @param shell the folder in which a user types what is said to be typed, absolute.
 */
export function findProject(cwd: string, shell = cwd): FoundProject {
  if (!isFolder(cwd)) {
    return fail({
      code: "NOT_A_FOLDER",
      message: `${cwd} is not a folder.`,
      hint: "Give --cwd a folder inside your Next.js app.",
    });
  }
  const nearest = nearestProject(cwd) ?? behindLinks(cwd);
  if (nearest && "problem" in nearest) return fail(nearest.problem);
  // A workspace with apps of its own below another app has nothing to do with that one.
  const apart = nearest && findWorkspace(cwd, nearest.root);
  const isApp = nearest !== undefined && appFoldersOf(nearest.root).length > 0;
  if (isApp && !apart) return { ...nearest, problems: [], instead: [] };

  const workspace = apart ?? findWorkspace(cwd) ?? (nearest && nxWorkspace(nearest.declaredIn));
  // A package below the root that has Next.js but no app folder is meant all the same: its user has to make one.
  const isOnlyRoot = nearest === undefined || apart !== undefined || nearest.root === workspace?.root;
  const found = workspace ? appsOf(workspace) : [];
  const apps = isOnlyRoot ? found : [];
  const [app, ...others] = apps;
  if (workspace && others.length > 0) {
    return {
      ...fail(severalApps(shell, workspace, apps)),
      apps: apps.map(({ root }) => relative(cwd, root)),
    };
  }
  if (app) return { ...app, problems: [], warnings: [], instead: [] };
  if (nearest) {
    const instead = found.filter(({ root }) => appFoldersOf(root).length > 0);
    return { ...nearest, problems: [], instead: instead.map(({ root }) => typed(shell, root)) };
  }
  return fail({
    code: "NOT_A_NEXT_APP",
    message: `There is no Next.js app in ${cwd} or above it: no package.json there has "next" in its dependencies${
      workspace ? ", and no package of the workspace" : ""
    }.`,
    hint: "Run this inside your app or give its folder with --cwd. A new app: `npx create-next-app@latest`.",
  });
}

function fail(problem: Problem): FoundProject & { root: undefined } {
  return { root: undefined, problems: [problem], apps: [] };
}

type Nearest = (NextPackage & { warnings: readonly Warning[] }) | { problem: Problem };

/**
 * The nearest folder whose package.json depends on Next; on a peer only if it has an app folder, as libraries have not. It may
 * say so for an app below it that has no range of its own.
 */
function nearestProject(cwd: string): Nearest | undefined {
  const passed: { folder: string; manifest: unknown }[] = [];
  for (const folder of upwards(cwd)) {
    const file = path.join(folder, "package.json");
    let manifest: unknown;
    try {
      manifest = existsSync(file) ? JSON.parse(withoutMark(readFileSync(file, "utf8"))) : undefined;
    } catch (error) {
      return {
        problem: {
          code: "PROJECT_UNREADABLE",
          message: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
          hint: "Mend the file and run the command again.",
        },
      };
    }
    const declared =
      manifest === undefined ? undefined : declaredNext(manifest, { peers: appFoldersOf(folder).length > 0 });
    if (declared !== undefined) {
      const app = passed.find((each) => looksLikeApp(each.folder));
      if (app) return { root: app.folder, declared, declaredIn: folder, warnings: [] };
      return { root: folder, declared, declaredIn: folder, warnings: appAbove(folder, passed) };
    }
    passed.push({ folder, manifest });
  }
  return undefined;
}

/** Who stands in a package of its own may have meant another app than the one above it. */
function appAbove(root: string, passed: readonly { folder: string; manifest: unknown }[]): Warning[] {
  const own = passed.find(
    ({ folder, manifest }) => textAt(manifest, "name") !== undefined || existsSync(`${folder}/project.json`),
  );
  if (!own) return [];
  return [
    {
      code: "APP_ABOVE",
      message: `${relative(root, own.folder)} is a package of its own without Next.js: the app above it is used, ${root}. For another: \`--cwd <dir>\`.`,
    },
  ];
}

/** A link into an app: the folders above the link say nothing of it. */
function behindLinks(cwd: string): Nearest | undefined {
  const real = realFolder(cwd);
  return real === cwd ? undefined : nearestProject(real);
}

/** The packages with Next.js, of their own or by the root, and an app folder; without any such, those that only depend on it. */
function appsOf({ root, packages }: Workspace): NextPackage[] {
  const forAll = declaredNext(manifestIn(root), { peers: false });
  const dependents = packages().flatMap((folder) => {
    const place = path.join(root, folder);
    const hasApp = appFoldersOf(place).length > 0;
    const own = declaredNext(manifestIn(place), { peers: hasApp });
    const declared = own ?? (forAll !== undefined && looksLikeApp(place) ? forAll : undefined);
    if (declared === undefined) return [];
    return [{ hasApp, app: { root: place, declared, declaredIn: own === undefined ? root : place } }];
  });
  const apps = dependents.filter(({ hasApp }) => hasApp);
  return (apps.length > 0 ? apps : dependents).map(({ app }) => app);
}

function severalApps(shell: string, { root }: Workspace, apps: readonly NextPackage[]): Problem {
  const names = apps.map((app) => relative(root, app.root));
  const first = typed(shell, apps[0]?.root ?? root);
  return {
    code: "SEVERAL_APPS",
    message: `${root} has several packages with Next.js: ${names.join(", ")}.`,
    hint: `Say which is meant, e.g. \`--cwd ${first}\`.`,
  };
}

/** A folder as `--cwd` takes it in another one. */
function typed(shell: string, folder: string): string {
  return quoted(relative(shell, folder) || ".", { isWindows: process.platform === "win32" });
}

function relative(from: string, to: string): string {
  return path.relative(from, to).replaceAll(path.sep, "/");
}
