import { mkdirSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RunError } from "../errors.js";
import type { FileChange } from "../model.js";

/**
 * Writes the changes, all or none. A new file is created exclusively: one that appeared since the diff is not touched.
 *
 * @param root the project's root; the changes' paths are relative to it.
 * @throws RunError `WRITE_FAILED` after taking back what was written, folders included.
 */
export function commit(changes: readonly FileChange[], root: string): void {
  const undo: (() => void)[] = [];
  try {
    for (const { action, path: relative, text } of changes) {
      if (action === "unchanged") continue;
      const file = path.join(root, ...relative.split("/"));
      makeFolder(path.dirname(file), undo);
      writeFileSync(file, "", { flag: "wx" });
      undo.push(() => {
        unlinkSync(file);
      });
      writeFileSync(file, text);
    }
  } catch (error) {
    const left = takeBack(undo);
    throw new RunError([failure(error, left)], { cause: error });
  }
}

/** Makes a folder and those above it, one by one, so that each can be taken back. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT") throw error;
    makeFolder(path.dirname(folder), undo);
    mkdirSync(folder);
  }
  undo.push(() => {
    rmdirSync(folder);
  });
}

/** Runs the undo steps, last first, and says how many of them failed. */
function takeBack(undo: (() => void)[]): number {
  let failed = 0;
  for (const step of undo.reverse()) {
    try {
      step();
    } catch {
      failed += 1;
    }
  }
  return failed;
}

function failure(error: unknown, left: number) {
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  const state =
    left > 0 ? ` What had been written before that could not be taken back in ${String(left)} places.` : "";
  return {
    code: "WRITE_FAILED",
    message: `The file system refused: ${reason}.${state}`,
    hint:
      code === "EEXIST"
        ? "Another process wrote it first: run the command again."
        : "Mend the cause and run the command again.",
  } as const;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
