import type { Problem } from "../errors.js";
import type { RouteThere } from "../model.js";
import type { Tick } from "../progress.js";
import { readText, routeFileIn } from "./existing-files.js";
import type { LookAtFolder } from "./folder-looks.js";
import { obstacles } from "./obstacles.js";

/** What is there where routes are to go. */
export interface Survey {
  /** The route file of each folder that has one, by the folder. */
  readonly routes: ReadonlyMap<string, RouteThere>;
  /** The folders whose route file stands in the way, and why. */
  readonly blocked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the route files that the folders have already. The parser, and what understands a route file, are loaded only when
 * there is one. Reads only.
 *
 * @param folders relative to the root, with `/`.
 * @param options.replaces the files will be replaced: what is in them does not matter.
 * @param options.pageExtensions the endings of route files in this app.
 * @param look at the folders of the project.
 */
export async function survey(
  root: string,
  folders: readonly string[],
  options: { replaces: boolean; pageExtensions: readonly string[]; tick?: Tick },
  look: LookAtFolder,
): Promise<Survey> {
  const routes = new Map<string, RouteThere>();
  const blocked = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, folder] of folders.entries()) {
    options.tick?.(index + 1, folders.length);
    const file = look(folder) && routeFileIn(root, folder, options.pageExtensions);
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
  const { readRoute } = await import("./read-route.js");
  const read = await readRoute(root, file, text);
  return "code" in read ? [read] : { path: file, text, file: read };
}

/** Two route files in one folder: Next 13 to 15 serve the TypeScript one, 16 the other (measured). */
function javaScriptProblem(file: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${file} is there already and is JavaScript; with a route.ts beside it, Next.js would serve only one of them.`,
    hint: "Rename it to route.ts, or ask for another route.",
  };
}
