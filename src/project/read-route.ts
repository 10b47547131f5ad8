import type { Problem } from "../errors.js";
import { fileOfImport, parsedModule, readText } from "./existing-files.js";
import { exportsOf } from "./module-exports.js";
import { routeFileOf, type Behind, type RouteFile } from "./route-file.js";

/**
 * Reads a route file, and what it passes on of other files. Reads only.
 *
 * @param file relative to the root, with `/`.
 */
export async function readRoute(root: string, file: string, text: string): Promise<RouteFile | Problem> {
  const syntax = await parsedModule(file, text);
  if ("code" in syntax) return syntax;
  const behind = await namesBehind(root, file, exportsOf(syntax).openTo, new Set([file]));
  return routeFileOf(file, text, syntax, behind);
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
