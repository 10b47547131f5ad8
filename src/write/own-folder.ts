import type { Stats } from "node:fs";
import path from "node:path";
import { codeOf, type Disk } from "./disk.js";

/**
 * Makes a folder and those above it, for this user alone. Node's own `recursive` does not end where a system answers ENOENT for a
 * folder whose parent is there, as /proc does (Node 20).
 */
export function makeFolders(folder: string, disk: Pick<Disk, "lstatSync" | "mkdirSync">): void {
  // Nearly always it is there, and to look takes less than an error does.
  if (disk.lstatSync(folder, { throwIfNoEntry: false })) return;
  const make = () => {
    try {
      disk.mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  };
  try {
    make();
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || path.dirname(folder) === folder) throw error;
    makeFolders(path.dirname(folder), disk);
    make();
  }
}

/**
 * Whether a place is this user's, and no other one has any of the rights: where users have no numbers, the system's folders are
 * each user's own.
 *
 * @param rights of others, as bits of a mode: `0o022` to write, `0o077` all.
 */
export function isOwn({ uid, mode }: Pick<Stats, "uid" | "mode">, rights: number): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & rights) === 0);
}
