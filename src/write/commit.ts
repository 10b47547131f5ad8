import path from "node:path";
import { RunError } from "../errors.js";
import type { Warning } from "../model.js";
import type { Tick } from "../progress.js";
import { check, type Checked } from "./check.js";
import { attempt, nodeDisk, remove, removeEmptyFolder, type Disk } from "./disk.js";
import { problemsOf } from "./failures.js";
import type { FileWrite } from "./file-write.js";
import { beginEntry, forget, hasPending, settle, type OpenEntry, type SettledState } from "./journal.js";
import { makeFolder, publish, stage, type Done, type Staged } from "./publish.js";
import type { RunRecord } from "./record.js";
import { clearLeftovers } from "./scratch-files.js";
import { withSignalsHeld } from "./signals.js";
import {
  knownFolders,
  openState,
  realPath,
  stateFolder,
  type SeenState,
  type StatePlace,
} from "./state-folder.js";
import { takeBack } from "./take-back.js";

/** Where a run writes. */
export interface CommitContext {
  /** The project's root, absolute; the paths of the writes are relative to it. */
  readonly root: string;
  /** Where records may go, the best place first. */
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool, for the record. */
  readonly tool: string;
  /** The run that this one takes back: its record is then used up, and its folders go if they are empty. */
  readonly takesBack?: Pick<RunRecord, "id" | "folders"> | undefined;
  /** What was seen of the project's state before anything of the project was read. */
  readonly seen?: SeenState | undefined;
  readonly disk?: Disk;
  /** Told how many of the files have their bytes on the disk. */
  readonly tick?: Tick;
}

/** What became of a run that was written. */
export interface Committed {
  /** Whether `undo` can take this run back. */
  readonly isRecorded: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Writes the files, all or none, in the order of the list.
 *
 * One run at a time changes a project. All is checked, and all bytes are on the disk under scratch names, before the
 * first file gets its name; from there on every step is one change of a name, so that each file is the old or the new
 * one whenever the process is killed. What a killed run leaves is cleared away by the next one. A power cut is not
 * covered: nothing is flushed to the disk.
 *
 * @throws RunError after taking back what was done, folders included; its `filesLeft` has what could not be. The codes are
 *   `FILE_CHANGED` (the disk is not as it was read), `PROJECT_BUSY` (another run does not end), `WRITE_FAILED`. It is an
 *   `Overtaken` if another run was at work since the state was `seen`: then the writes are to be worked out anew.
 */
export function commit(writes: readonly FileWrite[], context: CommitContext): Committed {
  const due = writes.filter(({ before, after }) => before !== after);
  const disk = context.disk ?? nodeDisk;
  return withSignalsHeld(() => {
    if (due.length === 0 && context.takesBack === undefined) {
      clearUp(context, writes);
      return { isRecorded: false, warnings: [] };
    }
    const state = openState(context.statePlaces, context.root, disk, context.seen);
    try {
      const settled = state && settle(state.folder, context.root, disk);
      const isRecorded = commitAlone(due, context, settled, disk);
      return { isRecorded, warnings: isRecorded || context.takesBack ? [] : [unrecorded(context)] };
    } finally {
      state?.close();
    }
  });
}

/** Clears away what killed runs left in the project; never fails. */
export function clearUp(
  { root, statePlaces, disk = nodeDisk }: CommitContext,
  writes: readonly FileWrite[] = [],
): void {
  for (const folder of new Set(writes.map((write) => path.posix.dirname(write.path))))
    clearLeftovers(path.join(root, folder), disk);
  for (const place of statePlaces) {
    if (!knownFolders([place], root, disk).some((folder) => hasPending(folder, disk))) continue;
    try {
      const state = openState([place], root, disk);
      if (state) settle(state.folder, root, disk);
      state?.close();
    } catch (error) {
      // The run is at work just now.
      if (!(error instanceof RunError)) throw error;
    }
  }
}

/** The commit itself, while no other run of the tool writes to the project. Answers whether it can be taken back. */
function commitAlone(
  due: readonly FileWrite[],
  context: CommitContext,
  state: SettledState | undefined,
  disk: Disk,
): boolean {
  const { root, takesBack, tick } = context;
  const done: Done[] = [];
  let entry: OpenEntry | undefined;
  let staged: Staged[];
  try {
    const checked = check(due, root, disk);
    entry = state && beginEntry(state, recordOf(checked, context), disk);
    for (const folder of checked.folders) makeFolder(path.join(root, folder), done, disk);
    staged = checked.targets.map((target, index) => {
      tick?.(index + 1, checked.targets.length);
      return stage(target, done, disk);
    });
    for (const write of staged) publish(write, done, disk);
  } catch (error) {
    const filesLeft = takeBack(done, disk);
    if (filesLeft.length === 0) entry?.drop();
    else entry?.keep();
    throw new RunError(problemsOf(error), { cause: error, filesLeft });
  }

  // From here on it is done, and nothing is taken back any more.
  let isClear = clear(staged, disk);
  if (takesBack) {
    for (const folder of takesBack.folders.toReversed()) {
      const isGone = attempt(() => {
        removeEmptyFolder(path.join(root, folder), disk);
      });
      isClear &&= isGone;
    }
    for (const folder of knownFolders(context.statePlaces, root, disk)) forget(folder, takesBack.id, disk);
  }
  // What could not be cleared away stays pending, for the next run to try again.
  if (isClear && takesBack) entry?.drop();
  else if (isClear) entry?.keep();
  return entry !== undefined;
}

function recordOf(
  { targets, folders }: Checked,
  { root: asked, tool, takesBack }: CommitContext,
): Omit<RunRecord, "id" | "pid"> {
  const files = targets.map(({ write, stats }) => ({
    path: write.path,
    before: write.before,
    after: write.after,
    mode: stats ? stats.mode & 0o777 : undefined,
  }));
  const root = realPath(asked);
  return takesBack
    ? { kind: "undo", takesBack: takesBack.id, tool, root, files, folders: takesBack.folders }
    : { kind: "run", takesBack: undefined, tool, root, files, folders };
}

/** Removes the scratch files. Answers whether all of them are gone. */
function clear(staged: readonly Staged[], disk: Disk): boolean {
  const scratch = staged.flatMap(({ temp, backup }) => [temp, backup]);
  const results = scratch.map(
    (file) =>
      file === undefined ||
      attempt(() => {
        remove(file, disk);
      }),
  );
  return results.every((isGone) => isGone);
}

function unrecorded({ root, statePlaces }: CommitContext): Warning {
  const tried = statePlaces.map((place) => stateFolder(place, root)).join(" and ");
  return {
    code: "UNDO_UNAVAILABLE",
    message: `\`create-api-route undo\` cannot take this run back: its record could not be written${
      tried === "" ? "" : ` to ${tried}`
    }.`,
  };
}
