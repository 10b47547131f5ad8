import { mkdirSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RunError, type Problem } from "../errors.js";
import type { FileChange } from "../model.js";

/**
 * Writes the changes, all or none. A new file is created exclusively: one that appeared since the diff is not touched.
 *
 * @param root the project's root; the changes' paths are relative to it.
 * @throws RunError `WRITE_FAILED` after taking back what was written, folders included.
 */
export function commit(changes: readonly FileChange[], root: string): void {
  const undo: Undo[] = [];
  // A signal waits until the files are all there: the writing is short, and half of it is worth nothing.
  const hold = () => undefined;
  for (const signal of signals) process.on(signal, hold);
  try {
    for (const { action, path: relative, text } of changes) {
      if (action === "unchanged") continue;
      const file = path.join(root, ...relative.split("/"));
      makeFolder(path.dirname(file), undo);
      createFile(file, text, undo);
    }
  } catch (error) {
    throw new RunError([failure(error)], { cause: error, filesLeft: takeBack(undo) });
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How to take one thing back, and what it is. */
interface Undo {
  readonly place: string;
  readonly take: (place: string) => void;
}

function createFile(file: string, text: string, undo: Undo[]): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
    undo.push({ place: file, take: unlinkSync });
  } catch (error) {
    // Only what was there before is not ours: a file that could not be filled is.
    if (codeOf(error) !== "EEXIST") undo.push({ place: file, take: unlinkSync });
    throw error;
  }
}

/** Makes a folder and those above it, one by one, so that each can be taken back. */
function makeFolder(folder: string, undo: Undo[]): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT") throw error;
    makeFolder(path.dirname(folder), undo);
    mkdirSync(folder);
  }
  undo.push({ place: folder, take: rmdirSync });
}

/** Takes everything back, last first, and names the files that could not be. */
function takeBack(undo: Undo[]): string[] {
  return undo.reverse().flatMap(({ place, take }) => {
    try {
      take(place);
      return [];
    } catch (error) {
      // A folder that another program uses by now is not ours any more.
      return ["ENOENT", "ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "") ? [] : [place];
    }
  });
}

function failure(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "WRITE_FAILED",
    message: `The file system refused: ${reason}.`,
    hint:
      codeOf(error) === "EEXIST"
        ? "Another process wrote it first: run the command again."
        : "Mend the cause and run the command again.",
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
