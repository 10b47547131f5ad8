import type { Problem } from "../errors.js";
import type { RouteThere } from "../model.js";
import type { Tick } from "../progress.js";
import { fileOfImport, parsedModule, readText, routeFileIn } from "./existing-files.js";
import { exportsOf } from "./module-exports.js";
import { obstacles } from "./obstacles.js";
import { routeFileOf, type Behind } from "./route-file.js";

export interface Survey {
  /** The route file of each folder that has one, by the folder. */
  readonly routes: ReadonlyMap<string, RouteThere>;
  /** The folders whose route file stands in the way, and why. */
  readonly blocked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the route files that the folders have already. The parser is loaded only when there is one that has to be
 * understood. Reads only.
 *
 * @param folders relative to the root, with `/`.
 * @param options.replaces the files will be replaced: what is in them does not matter.
 * @param options.pageExtensions the endings of route files in this app.
 */
export async function survey(
  root: string,
  folders: readonly string[],
  options: { replaces: boolean; pageExtensions: readonly string[]; tick?: Tick },
): Promise<Survey> {
  const routes = new Map<string, RouteThere>();
  const blocked = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, folder] of folders.entries()) {
    options.tick?.(index + 1, folders.length);
    const file = routeFileIn(root, folder, options.pageExtensions);
    if (file === undefined) continue;
    const found = await routeAt(root, file, options.replaces);
    if (Array.isArray(found)) {
      blocked.add(folder);
      problems.push(...found.map((problem) => ({ ...problem, path: file })));
    } else routes.set(folder, found);
  }
  return { routes, blocked, problems };
}

async function routeAt(root: string, file: string, replaces: boolean): Promise<RouteThere | Problem[]> {
  if (/\.jsx?$/.test(file)) return [javaScriptProblem(file)];
  const inTheWay = obstacles(root, [file]);
  if (inTheWay.length > 0) return inTheWay;
  const text = readText(root, file) ?? "";
  if (typeof text !== "string") return [text];
  if (replaces) return { path: file, text, file: undefined };
  const syntax = await parsedModule(file, text);
  if ("code" in syntax) return [syntax];
  const behind = await namesBehind(root, file, exportsOf(syntax).openTo, new Set([file]));
  return { path: file, text, file: routeFileOf(file, text, syntax, behind) };
}

/** What `export * from` brings in, through any number of files; packages and aliases are not looked into. */
async function namesBehind(
  root: string,
  from: string,
  sources: readonly string[],
  seen: Set<string>,
): Promise<Behind> {
  const names: string[] = [];
  const unread: string[] = [];
  for (const source of sources) {
    const file = fileOfImport(root, from, source);
    if (file !== undefined && seen.has(file)) continue;
    const text = file === undefined ? undefined : readText(root, file);
    const syntax =
      file !== undefined && typeof text === "string" ? await parsedModule(file, text) : undefined;
    if (file === undefined || syntax === undefined || "code" in syntax) {
      unread.push(source);
      continue;
    }
    seen.add(file);
    const exports = exportsOf(syntax);
    const behind = await namesBehind(root, file, exports.openTo, seen);
    names.push(...exports.names, ...behind.names);
    unread.push(...(behind.unread.length > 0 ? [source] : []));
  }
  return { names, unread };
}

/** Two route files in one folder: Next 13 to 15 serve the TypeScript one, 16 the other (measured). */
function javaScriptProblem(file: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${file} is there already and is JavaScript; with a route.ts beside it, Next.js would serve only one of them.`,
    hint: "Rename it to route.ts, or ask for another route.",
  };
}
