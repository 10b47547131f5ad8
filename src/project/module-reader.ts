import path from "node:path/posix";
import { moduleOf, type ModuleThere, type Modules } from "./access/modules.js";
import { fileAt, placeOf, readText } from "./existing-files.js";
import { aliasReader } from "./tsconfig-paths.js";

/** Why a file cannot be read as a module, in a few words. */
export interface Unread {
  readonly why: string;
}

/** The modules of an app. What is imported is read and parsed once. */
export interface ModuleReader extends Modules {
  /**
   * A file that is looked at once: it is kept only if it is imported too, as a thousand syntax trees are more than the garbage
   * collector carries lightly.
   *
   * @param file relative to the root, with `/`.
   */
  readonly read: (file: string) => ModuleThere | Unread;
}

/** A reader of an app's modules. Loads the parser. */
export async function moduleReader(root: string): Promise<ModuleReader> {
  const { parseModule } = await import("../syntax/parse-module.js");
  const aliases = aliasReader(root);
  const known = new Map<string, ModuleThere | Unread>();
  const places = new Map<string, string | undefined>();

  const parsed = (file: string): ModuleThere | Unread => {
    const text = textOf(root, file);
    if (typeof text === "object") return text;
    try {
      return moduleOf(file, text, parseModule(text, { jsx: file.endsWith("x") }));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { why: `does not parse: ${placeOf(error)}` };
    }
  };
  const kept = (file: string) => {
    const found = known.get(file) ?? parsed(file);
    known.set(file, found);
    return found;
  };
  const placeOfImport = (from: string, source: string): string | undefined => {
    if (/^\.\.?(\/|$)/.test(source)) return path.join(path.dirname(from), source);
    const [alias] = aliases()
      .filter(({ prefix }) => source.startsWith(prefix))
      .sort((a, b) => b.prefix.length - a.prefix.length);
    return alias && path.join(alias.folder, source.slice(alias.prefix.length));
  };
  return {
    read: (file) => known.get(file) ?? parsed(file),
    imported: ({ path: from }, source) => {
      const place = placeOfImport(from, source);
      if (place === undefined) return undefined;
      if (!places.has(place)) places.set(place, fileAt(root, place));
      const file = places.get(place);
      const found = file === undefined ? undefined : kept(file);
      return found && "why" in found ? undefined : found;
    },
  };
}

/** A file that is not there is a link to nowhere: it was listed. */
function textOf(root: string, file: string): string | Unread {
  try {
    const text = readText(root, file);
    if (text === undefined) return { why: "leads nowhere" };
    return typeof text === "string" ? text : { why: "is not UTF-8" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { why: `cannot be read (${code})` };
  }
}
