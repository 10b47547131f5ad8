import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../errors.js";
import { exportsOf, type ModuleExports } from "./module-exports.js";

/** What the diff may ask about files that are there. */
export interface ExistingFiles {
  /** The text of a file, or undefined if there is none. */
  readonly read: (path: string) => string | undefined;
  /** What a file exports; rejects with a SyntaxError if it does not parse. */
  readonly exportsOf: (path: string, text: string) => Promise<ModuleExports>;
}

/** Reads the project's files for the diff. The parser is loaded only when a file that is there differs. */
export function existingFiles(root: string): ExistingFiles {
  return {
    read(relative) {
      try {
        return readFileSync(path.join(root, relative), "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    async exportsOf(relative, text) {
      const { parseModule } = await import("./typescript-parser.js");
      return exportsOf(parseModule(text, { jsx: relative.endsWith("x") }));
    },
  };
}

/** Looks a folder's route file up, with any ending that Next takes by default. */
export function routeFileFinder(root: string): (folder: string) => string | undefined {
  const endings = ["ts", "tsx", "js", "jsx"];
  return (folder) =>
    endings.map((ending) => `${folder}/route.${ending}`).find((file) => existsSync(path.join(root, file)));
}

/**
 * What stands in the way of a path: a symlink, which would lead a write somewhere else, or a file where a folder has to
 * be. Only below the root: the root itself may be reached by a link.
 */
export function obstacles(root: string, paths: readonly string[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const relative of paths) {
    const parts = relative.split("/");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const place = parts.slice(0, depth).join("/");
      const stats = lstatSync(path.join(root, place), { throwIfNoEntry: false });
      if (!stats) break;
      const isFile = depth === parts.length;
      if (stats.isSymbolicLink()) {
        problems.set(place, {
          code: "ROUTE_OUTSIDE_APP",
          message: `${place} is a symbolic link; writing through it could change files outside the app.`,
          hint: "Run the command where the link leads to, or replace the link by a folder.",
        });
        break;
      }
      if (isFile ? !stats.isFile() : !stats.isDirectory()) {
        problems.set(place, {
          code: "FILE_EXISTS",
          message: isFile
            ? `${place} is there and is no file; a file has to go there.`
            : `${place} is there and is no folder; a folder has to go there.`,
          hint: "Move it away, or ask for another route.",
        });
        break;
      }
    }
  }
  return [...problems.values()];
}
