import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { withoutMark } from "../byte-order-mark.js";
import type { Problem } from "../errors.js";
import { appFoldersOf, isFolder, realFolder, textOf, upwards } from "./folders.js";
import { declaredNext, parseJson } from "./manifest.js";
import { findWorkspace, type Workspace } from "./workspace.js";

/** A package that depends on Next.js. */
export interface NextPackage {
  /** The folder of its package.json, absolute. */
  readonly root: string;
  /** The range of its `next`. */
  readonly declared: string;
}

/** What {@link findProject} found, or why it found nothing. */
export type FoundProject =
  | (NextPackage & { problems: [] })
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
 */
export function findProject(cwd: string): FoundProject {
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
  if (isApp && !apart) return { ...nearest, problems: [] };

  const workspace = apart ?? findWorkspace(cwd);
  // A package below the root that has Next.js but no app folder is meant all the same: its user has to make one.
  const isOnlyRoot = nearest === undefined || apart !== undefined || nearest.root === workspace?.root;
  const apps = workspace && isOnlyRoot ? appsOf(workspace) : [];
  const [app, ...others] = apps;
  if (workspace && others.length > 0) {
    return { ...fail(severalApps(cwd, workspace, apps)), apps: apps.map(({ root }) => relative(cwd, root)) };
  }
  if (app) return { ...app, problems: [] };
  if (nearest) return { ...nearest, problems: [] };
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

/** The nearest folder whose package.json depends on Next; on a peer only if it has an app folder, as libraries have not. */
function nearestProject(cwd: string): NextPackage | { problem: Problem } | undefined {
  for (const folder of upwards(cwd)) {
    const file = path.join(folder, "package.json");
    if (!existsSync(file)) continue;
    try {
      const manifest: unknown = JSON.parse(withoutMark(readFileSync(file, "utf8")));
      const declared = declaredNext(manifest, { peers: appFoldersOf(folder).length > 0 });
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

/** A link into an app: the folders above the link say nothing of it. */
function behindLinks(cwd: string): ReturnType<typeof nearestProject> {
  const real = realFolder(cwd);
  return real === cwd ? undefined : nearestProject(real);
}

/** The packages with Next.js and an app folder; without any such, those that only depend on it. */
function appsOf({ root, packages }: Workspace): NextPackage[] {
  const dependents = packages().flatMap((folder) => {
    const place = path.join(root, folder);
    const manifest = parseJson(textOf(path.join(place, "package.json")));
    const hasApp = appFoldersOf(place).length > 0;
    const declared = declaredNext(manifest, { peers: hasApp });
    return declared === undefined ? [] : [{ root: place, declared, hasApp }];
  });
  const apps = dependents.filter(({ hasApp }) => hasApp);
  return (apps.length > 0 ? apps : dependents).map(({ root: place, declared }) => ({
    root: place,
    declared,
  }));
}

function severalApps(cwd: string, { root }: Workspace, apps: readonly NextPackage[]): Problem {
  const names = apps.map((app) => relative(root, app.root));
  const first = relative(cwd, apps[0]?.root ?? root);
  return {
    code: "SEVERAL_APPS",
    message: `${root} has several packages with Next.js: ${names.join(", ")}.`,
    hint: `Say which is meant, e.g. \`--cwd ${/\s/.test(first) ? JSON.stringify(first) : first}\`.`,
  };
}

function relative(from: string, to: string): string {
  return path.relative(from, to).replaceAll(path.sep, "/");
}
