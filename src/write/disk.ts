import fs from "node:fs";

/**
 * The calls by which a commit and its records reach the disk. All of them go through this one value, so that a test can
 * make each of them fail.
 */
export type Disk = Pick<
  typeof fs,
  | "accessSync"
  | "chmodSync"
  | "chownSync"
  | "copyFileSync"
  | "linkSync"
  | "lstatSync"
  | "mkdirSync"
  | "readdirSync"
  | "readFileSync"
  | "renameSync"
  | "rmdirSync"
  | "unlinkSync"
  | "writeFileSync"
>;

/** The disk itself. */
export const nodeDisk: Disk = fs;

/** The code of a system error, e.g. `ENOENT`; undefined for anything else that is thrown. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Does the work; answers whether it was done, or the disk refused. */
export function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

/** Removes a file; one that is gone already is as good. */
export function remove(file: string, disk: Disk): void {
  try {
    disk.unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** Removes a folder if there is nothing in it; one that is gone, or in use, or no folder, is left as it is. */
export function removeEmptyFolder(folder: string, disk: Disk): void {
  try {
    disk.rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(codeOf(error) ?? "")) throw error;
  }
}
