import { constants, type Stats } from "node:fs";
import path from "node:path";
import { codeOf, type Disk } from "./disk.js";
import { appeared, changed, refused } from "./failures.js";
import type { FileWrite } from "./file-write.js";
import { clearLeftovers } from "./scratch-files.js";

/** A write, and where it goes. */
export interface Target {
  readonly write: FileWrite;
  /** Absolute. */
  readonly place: string;
  /** What is there now; undefined if nothing is. */
  readonly stats: Stats | undefined;
}

/** What a commit has to do, once the disk is as the run read it. */
export interface Checked {
  readonly targets: readonly Target[];
  /** The folders that have to be made: relative with `/`, the outer ones first. */
  readonly folders: readonly string[];
}

/**
 * Holds the disk to what the run read, before anything of it is touched: no file that was not there, none that changed,
 * none that may not be written to, and no symbolic link on the way. Clears up what killed runs left in these folders.
 *
 * @throws RunError `FILE_CHANGED` or `WRITE_FAILED`.
 */
export function check(writes: readonly FileWrite[], root: string, disk: Disk): Checked {
  const known = new Map<string, boolean>();
  const folders: string[] = [];
  const isThere = (folder: string): boolean => {
    if (folder === ".") return true;
    const answer = known.get(folder) ?? (isThere(path.posix.dirname(folder)) && isFolder(folder, root, disk));
    if (!answer && !known.has(folder)) folders.push(folder);
    known.set(folder, answer);
    return answer;
  };

  const cleared = new Set<string>();
  const targets = writes.map((write) => {
    const folder = path.posix.dirname(write.path);
    const place = path.join(root, write.path);
    // Nothing can be in a folder that is not there; what appears in it from here on is met when the file gets its name.
    if (!isThere(folder) && write.before === undefined) return { write, place, stats: undefined };
    if (isThere(folder) && !cleared.has(folder)) {
      clearLeftovers(path.join(root, folder), disk);
      cleared.add(folder);
    }
    return { write, place, stats: asRead(write, place, disk) };
  });
  return { targets, folders };
}

function isFolder(folder: string, root: string, disk: Disk): boolean {
  const stats = disk.lstatSync(path.join(root, folder), { throwIfNoEntry: false });
  if (!stats) return false;
  if (stats.isDirectory()) return true;
  throw changed(
    folder,
    `is ${stats.isSymbolicLink() ? "a symbolic link" : "no folder"} by now; a folder has to be there`,
  );
}

/** What is at a place, if it is what the run read. */
function asRead({ path: name, before }: FileWrite, place: string, disk: Disk): Stats | undefined {
  if (before !== undefined) return holdTo(name, place, before, disk);
  if (disk.lstatSync(place, { throwIfNoEntry: false })) throw appeared(name);
  return undefined;
}

/**
 * Holds one file to its text, to the last byte.
 *
 * @throws RunError `FILE_CHANGED` if it is another; `WRITE_FAILED` if it may not be written to, or is no UTF-8 text.
 */
export function holdTo(name: string, place: string, text: string, disk: Disk): Stats {
  const stats = disk.lstatSync(place, { throwIfNoEntry: false });
  if (!stats) throw changed(name, "is gone by now");
  if (!stats.isFile()) throw changed(name, "is no ordinary file by now");
  const bytes = disk.readFileSync(place);
  if (!bytes.equals(Buffer.from(text, "utf8"))) {
    // What is no UTF-8 was replaced when it was read, and would be lost when it is written.
    if (bytes.toString("utf8") === text)
      throw refused(name, "has bytes that are no UTF-8", "Save it as UTF-8 and run the command again.");
    throw changed(name, "was changed after this run had read it");
  }
  // A file can be replaced in a folder that is open for writing: its own permissions have to be asked for.
  try {
    disk.accessSync(place, constants.W_OK);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "")) throw error;
    throw refused(
      name,
      "is read-only",
      "Make it writable, if it is meant to change, and run the command again.",
    );
  }
  return stats;
}
