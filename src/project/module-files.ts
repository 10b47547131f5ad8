import path from "node:path/posix";
import { fileAt, readBytes } from "./existing-files.js";
import { aliasReader } from "./tsconfig-paths.js";

/** Why a file cannot be read as a module, in a few words. */
export interface Unread {
  readonly why: string;
}

/** The files of an app's modules, not yet parsed. */
export interface ModuleFiles {
  /** The bytes of a file that was listed or imported, relative to the root, with `/`. They are UTF-8. */
  readonly read: (file: string) => Buffer | Unread;
  /** The file that an import in another file means; undefined for a package, and where there is none. */
  readonly imported: (from: string, source: string) => string | undefined;
}

/** Looks for each place once, and reads a file that is asked for twice in turn once. */
export function moduleFiles(root: string): ModuleFiles {
  const aliases = aliasReader(root);
  const places = new Map<string, string | undefined>();
  let last: { readonly file: string; readonly bytes: Buffer | Unread } | undefined;
  const placeOfImport = (from: string, source: string): string | undefined => {
    if (/^\.\.?(\/|$)/.test(source)) return path.join(path.dirname(from), source);
    const [alias] = aliases()
      .filter(({ prefix }) => source.startsWith(prefix))
      .sort((a, b) => b.prefix.length - a.prefix.length);
    return alias && path.join(alias.folder, source.slice(alias.prefix.length));
  };
  return {
    read: (file) => {
      if (last?.file !== file) last = { file, bytes: bytesOf(root, file) };
      return last.bytes;
    },
    imported: (from, source) => {
      const place = placeOfImport(from, source);
      if (place === undefined) return undefined;
      if (!places.has(place)) places.set(place, fileAt(root, place));
      return places.get(place);
    },
  };
}

/** A file that is not there is a link to nowhere: it was listed. */
function bytesOf(root: string, file: string): Buffer | Unread {
  try {
    const bytes = readBytes(root, file);
    if (bytes === undefined) return { why: "leads nowhere" };
    return bytes instanceof Uint8Array ? bytes : { why: "is not UTF-8" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { why: `cannot be read (${code})` };
  }
}
