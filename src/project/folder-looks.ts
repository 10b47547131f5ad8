import { lstatSync, type Stats } from "node:fs";
import path from "node:path";

/**
 * What is at the place of a folder, relative to the project root, with `/`: a link is told and not followed; undefined if
 * there is nothing.
 */
export type LookAtFolder = (folder: string) => Stats | undefined;

/**
 * Looks at the folders of a project, at each once, and at none below one that is not there: most of what a run asks for is to
 * lie in folders that it will make. The answers are those of one moment; the commit looks again before it writes.
 *
 * @returns throws what the file system answers, other than that there is nothing.
 */
export function folderLooks(root: string): LookAtFolder {
  const seen = new Map<string, Stats | undefined>();
  const look: LookAtFolder = (folder) => {
    if (seen.has(folder)) return seen.get(folder);
    const parent = path.posix.dirname(folder);
    const isOpen = parent === "." || look(parent) !== undefined;
    const stats = isOpen ? lookAt(path.join(root, folder)) : undefined;
    seen.set(folder, stats);
    return stats;
  };
  return look;
}

function lookAt(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where a folder would have to be: below it is nothing.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether a file can be at a place: whether its folder is there. */
export function canBeThere(file: string, look: LookAtFolder): boolean {
  return look(path.posix.dirname(file)) !== undefined;
}
