import type { Problem } from "../errors.js";
import type { Project } from "../model.js";
import { orderProblems, type RoutePath } from "../spec/route-path.js";
import { folderOf, isProblem, parseSegment, type Segment } from "../spec/segments.js";

/** A route's place in the app: its folder, and the segments from the app folder down. */
export interface Location {
  /** Relative to the project root, with `/`, e.g. `src/app/api/posts/[id]`. */
  readonly folder: string;
  readonly segments: readonly Segment[];
  /**
   * The folder that names the resource; undefined for a route that is only parameters, like `[id]`. A folder that is
   * called like the template says what is done and not with what: `posts/search` searches posts.
   */
  readonly resource: string | undefined;
}

/**
 * Puts a route below the base folder, or where a pasted path says. Pure.
 *
 * @param template the name of the template that makes it.
 */
export function locate(
  path: RoutePath,
  template: string,
  project: Pick<Project, "appDir" | "base">,
): Location | { problems: Problem[] } {
  const { appDir, base } = project;
  if (path.anchor.at === "app" && path.anchor.appDir !== appDir) {
    return problem(
      "ROUTE_OUTSIDE_APP",
      `"${path.asked}" is not in this app: its app folder is ${appDir}.`,
      `Write it from there: \`${appDir}/…/route.ts\`.`,
    );
  }

  const baseFolders = baseSegments(base, appDir);
  if ("problems" in baseFolders) return baseFolders;
  const start = path.anchor.at === "app" ? [] : baseFolders;
  const url = start.filter(({ kind }) => kind !== "group");
  const repeatsBase = url.length > 0 && url.every((segment, index) => same(segment, path.segments[index]));
  if (path.absolute && !repeatsBase && url.length > 0) {
    const relative = path.segments.map(folderOf).join("/") || "posts";
    return problem(
      "ROUTE_OUTSIDE_APP",
      `"${path.asked}" is an absolute path; the handlers of this app are below ${urlOf(start)}.`,
      `Write \`${relative}\` or \`${urlOf(start)}/${relative}\`, or give another folder with --base.`,
    );
  }

  const own = repeatsBase ? path.segments.slice(url.length) : path.segments;
  const segments = [...start, ...own];
  // A pasted path has the base in it: the folder "api" names no resource.
  const isBelowBase = baseFolders.every((segment, index) => same(segment, segments[index]));
  const belowBase = isBelowBase ? segments.slice(baseFolders.length) : segments;
  const problems = orderProblems(segments);
  if (problems.length > 0) return { problems };
  const folder = [appDir, ...segments.map(folderOf)].join("/");
  if (Buffer.byteLength(folder) > longestFolder) {
    return problem(
      "ROUTE_INVALID",
      `"${path.asked.slice(0, 40)}…" is longer than the path of a file can be on every system.`,
      "Choose a shorter route.",
    );
  }
  return {
    folder,
    segments,
    resource: belowBase.findLast(({ kind, name }) => kind === "static" && name !== template)?.name,
  };
}

/**
 * In bytes. Of the systems macOS holds the shortest paths, 1024 bytes (PATH_MAX of sys/syslimits.h; Linux has 4096, and on Windows
 * Node.js writes longer ones than the 260 characters of MAX_PATH); some space is left for where the project lies, and for the file.
 */
const longestFolder = 800;

/** The URL pattern as Next prints it: `/api/posts/[id]`. Groups are no part of it. */
export function urlOf(segments: readonly Segment[]): string {
  return `/${segments
    .filter(({ kind }) => kind !== "group")
    .map(folderOf)
    .join("/")}`;
}

/** The base folder's own segments, by the same rules as a route's. */
function baseSegments(base: string, appDir: string): Segment[] | { problems: Problem[] } {
  const parsed = base
    .slice(appDir.length)
    .split("/")
    .filter((name) => name !== "")
    .map(parseSegment);
  const problems = parsed.filter(isProblem);
  if (problems.length > 0) {
    return {
      problems: problems.map((found) => ({ ...found, message: `The base folder ${base}: ${found.message}` })),
    };
  }
  return parsed.flatMap((segment) => (isProblem(segment) ? [] : [segment]));
}

function same(a: Segment, b: Segment | undefined): boolean {
  return a.kind === b?.kind && a.name === b.name;
}

function problem(code: Problem["code"], message: string, hint: string): { problems: Problem[] } {
  return { problems: [{ code, message, hint }] };
}
