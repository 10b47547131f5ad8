import { moduleOf, type ModuleThere, type Modules } from "./access/modules.js";
import { placeOf } from "./existing-files.js";
import { moduleFiles, type Unread } from "./module-files.js";

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
export async function moduleReader(root: string, files = moduleFiles(root)): Promise<ModuleReader> {
  const { parseModule } = await import("../syntax/parse-module.js");
  const known = new Map<string, ModuleThere | Unread>();

  const parsed = (file: string): ModuleThere | Unread => {
    const bytes = files.read(file);
    if ("why" in bytes) return bytes;
    const text = bytes.toString("utf8");
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
  return {
    read: (file) => known.get(file) ?? parsed(file),
    imported: ({ path: from }, source) => {
      const file = files.imported(from, source);
      const found = file === undefined ? undefined : kept(file);
      return found && "why" in found ? undefined : found;
    },
  };
}
