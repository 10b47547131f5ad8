import { parsedModule, readText } from "./existing-files.js";
import { canBeThere, type LookAtFolder } from "./folder-looks.js";
import { exportsOf } from "./module-exports.js";

/**
 * The names that a file of the app exports; undefined if there is none, if it does not parse, or if it passes on what
 * another one exports. Reads only.
 *
 * @param root the project root, absolute.
 * @param file relative to it, with `/`.
 * @param look at the folders of the project.
 */
export async function exportedBy(
  root: string,
  file: string,
  look: LookAtFolder,
): Promise<ReadonlySet<string> | undefined> {
  const text = textAt(root, file, look);
  if (typeof text !== "string") return undefined;
  const syntax = await parsedModule(file, text);
  if ("code" in syntax) return undefined;
  const { names, openTo } = exportsOf(syntax);
  return openTo.length > 0 ? undefined : names;
}

/** What stands in the way of a file is told where that is looked for. */
function textAt(root: string, file: string, look: LookAtFolder): ReturnType<typeof readText> {
  try {
    return canBeThere(file, look) ? readText(root, file) : undefined;
  } catch {
    return undefined;
  }
}
