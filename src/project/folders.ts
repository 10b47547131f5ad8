import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { withoutMark } from "../byte-order-mark.js";
import { parseJson } from "./manifest.js";

/** A folder and all above it, the nearest first. */
export function* upwards(folder: string): Generator<string> {
  let current = folder;
  for (let above = path.dirname(current); above !== current; above = path.dirname(current)) {
    yield current;
    current = above;
  }
  yield current;
}

/** Whether a folder is there, or a link to one. */
export function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** The app folders that a package has. Source: Next.js, "src Folder": `app` goes before `src/app`. */
export function appFoldersOf(root: string): ("app" | "src/app")[] {
  return (["app", "src/app"] as const).filter((folder) => isFolder(`${root}/${folder}`));
}

/** The names of the folders in a folder. Links are none: they could lead round in circles. */
export function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** A file's text without its byte-order mark; undefined if it cannot be read. */
export function textOf(file: string): string | undefined {
  // Most of those that are asked for are not there, and an error with its stack takes longer than to look.
  if (!existsSync(file)) return undefined;
  try {
    return withoutMark(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A folder's package.json as a value; undefined if there is none, or if it does not parse. */
export function manifestIn(folder: string): unknown {
  return parseJson(textOf(`${folder}/package.json`));
}

/** The folder of an installed package, as Node.js would find it from a folder; undefined if it is not installed. */
export function packageFolder(from: string, name: string): string | undefined {
  return [...upwards(from)]
    .map((folder) => path.join(folder, "node_modules", ...name.split("/")))
    .find((folder) => existsSync(`${folder}/package.json`));
}

/** Where a folder really is, behind all links. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
