import { isUtf8 } from "node:buffer";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../errors.js";
import { canBeThere, folderLooks, type LookAtFolder } from "./folder-looks.js";
import type { ModuleSyntax } from "../syntax/module-syntax.js";

/** What the diff may ask about files that are there. */
export interface ExistingFiles {
  /** The text of a file, undefined if there is none, or why it cannot be read. */
  readonly read: (path: string) => string | undefined | Problem;
  /** Another file that an import of a module would mean as well: `data.js` or `data/index.ts` for `data.ts`. */
  readonly rival: (path: string) => string | undefined;
  /** A file's text as a module, or why it is none. */
  readonly parse: (path: string, text: string) => Promise<ModuleSyntax | Problem>;
  /** The parser for texts that are to stand in files, each by the ending of its file; it throws a SyntaxError. */
  readonly parser: () => Promise<(path: string, text: string) => ModuleSyntax>;
}

/** The project's files, for the diff. */
export function existingFiles(root: string, look: LookAtFolder = folderLooks(root)): ExistingFiles {
  return {
    read: (file) => (canBeThere(file, look) ? readText(root, file) : undefined),
    rival: (file) => (canBeThere(file, look) ? rivalOf(root, file) : undefined),
    parse: parsedModule,
    parser: parserOfTexts,
  };
}

/**
 * Reads a file as text. A byte-order mark is part of it, so that it can be written again.
 *
 * @returns undefined if there is none; a problem if it is not UTF-8, which could not be written again as it was.
 */
export function readText(root: string, file: string): string | undefined | Problem {
  const bytes = readBytes(root, file);
  return bytes instanceof Uint8Array ? bytes.toString("utf8") : bytes;
}

/** The same, as bytes that are UTF-8. */
export function readBytes(root: string, file: string): Buffer | undefined | Problem {
  let bytes: Buffer;
  try {
    bytes = readFileSync(`${root}/${file}`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  if (isUtf8(bytes)) return bytes;
  return {
    code: "PROJECT_UNREADABLE",
    message: `${file} is there already and is not UTF-8.`,
    hint: "Save it as UTF-8 and run the command again.",
  };
}

/** Parses a file that is there; the parser is loaded with the first one. */
export async function parsedModule(file: string, text: string): Promise<ModuleSyntax | Problem> {
  const { parseModule } = await import("../syntax/parse-module.js");
  try {
    return parseModule(text, { jsx: file.endsWith("x") });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      code: "PROJECT_UNREADABLE",
      message: `${file} is there already and does not parse: ${placeOf(error)}.`,
      hint: "Mend it and run the command again; or replace it with --force.",
    };
  }
}

async function parserOfTexts(): Promise<(file: string, text: string) => ModuleSyntax> {
  const { parseSound } = await import("../syntax/parse-module.js");
  return (file, text) => parseSound(text, { jsx: file.endsWith("x") });
}

/** The parser counts columns from 0 and puts the place at the end. */
export function placeOf(error: SyntaxError): string {
  const [, what = error.message, line, column] = /^(.*) \((\d+):(\d+)\)$/s.exec(error.message) ?? [];
  return line === undefined ? what : `line ${line}, column ${String(Number(column) + 1)}: ${what}`;
}

const scriptEndings = ["ts", "tsx", "js", "jsx"];

function languageRank(ending: string): number {
  return scriptEndings.findIndex((script) => ending === script || ending.endsWith(`.${script}`));
}

/**
 * The route file of a folder, with any ending that Next.js takes in this app; undefined if there is none. Of several, the
 * TypeScript one.
 *
 * @param pageExtensions without the leading dot; those of other languages make no routes.
 */
export function routeFileIn(
  root: string,
  folder: string,
  pageExtensions: readonly string[],
): string | undefined {
  return pageExtensions
    .filter((ending) => /(^|\.)[jt]sx?$/.test(ending))
    .toSorted((a, b) => languageRank(a) - languageRank(b))
    .map((ending) => `${folder}/route.${ending}`)
    .find((file) => isThere(`${root}/${file}`));
}

/** Whether anything has that name, a link to nowhere too. */
function isThere(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file stands where a folder would have to be.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return false;
    throw error;
  }
}

function rivalOf(root: string, file: string): string | undefined {
  const bare = file.replace(/\.ts$/, "");
  return filesMeantBy(bare).find((other) => other !== file && isThere(`${root}/${other}`));
}

/** The files that an import without an ending can mean. Source: Next.js, resolve.extensions of its bundlers. */
function filesMeantBy(bare: string): string[] {
  const files = ["ts", "tsx", "js", "jsx", "mjs", "json"].map((ending) => `${bare}.${ending}`);
  return [...files, ...scriptEndings.map((ending) => `${bare}/index.${ending}`)];
}

/** The file that a relative import of a module stands for, without aliases; undefined if there is none. */
export function fileOfImport(root: string, from: string, source: string): string | undefined {
  if (!/^\.\.?\//.test(source)) return undefined;
  return fileAt(root, path.posix.join(path.posix.dirname(from), source));
}

/** The file that an import of a place means, with or without its ending; undefined if there is none. */
export function fileAt(root: string, place: string): string | undefined {
  const bare = place.replace(/\.[cm]?jsx?$/, "");
  const candidates = [place, ...filesMeantBy(bare)];
  return candidates.find((file) => /\.[cm]?[jt]sx?$/.test(file) && existsSync(`${root}/${file}`));
}
