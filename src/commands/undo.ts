import path from "node:path";
import { failOnProblems } from "../errors.js";
import type { UndoneFile, UndoReport, Warning } from "../model.js";
import type { UndoOptions } from "../options.js";
import { readText } from "../project/existing-files.js";
import { findProject } from "../project/inspect.js";
import { obstacles } from "../project/obstacles.js";
import { clearUp, commit } from "../write/commit.js";
import { nodeDisk } from "../write/disk.js";
import { recordsIn } from "../write/journal.js";
import type { RecordedFile, RunRecord } from "../write/record.js";
import { stateFolder, type StatePlace } from "../write/state-folder.js";

/** Where the command runs, and where the records of runs are. */
export interface UndoSurroundings {
  readonly cwd: string;
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
}

/**
 * Takes back the last run in the project that has not been taken back: what it created and is still as it wrote it goes,
 * what it changed and is still so is put back, what was touched since stays.
 *
 * @throws RunError `UNDO_CONFLICT` if there is nothing in the run that could be taken back; those of the commit.
 */
export function undo(options: UndoOptions, here: UndoSurroundings): UndoReport {
  const { root, problems } = findProject(path.resolve(here.cwd, options.cwd ?? "."));
  failOnProblems(problems);
  if (root === undefined) throw new Error("The project is missing without a problem.");

  const dryRun = options.dryRun === true;
  const context = { root, statePlaces: here.statePlaces, tool: here.tool };
  // A run that was killed before it changed anything is none.
  if (!dryRun) clearUp(context);
  const record = lastRun(root, here.statePlaces);
  if (!record) return { dryRun, root, files: [], warnings: [] };

  // What was written last goes first: route files before the modules that they import.
  const found = record.files.toReversed().map((file) => ({ file, action: actionOn(file, root) }));
  const files = found.map(({ file, action }) => ({ path: file.path, action }));
  failOnProblems(conflicts(files));

  if (!dryRun) {
    const writes = found
      .filter(({ action }) => action === "delete" || action === "restore")
      .map(({ file }) => ({ path: file.path, before: file.after, after: file.before, mode: file.mode }));
    commit(writes, { ...context, takesBack: record });
  }
  return { dryRun, root, files, warnings: files.filter(isKept).map(keptWarning) };
}

function lastRun(root: string, places: readonly StatePlace[]): RunRecord | undefined {
  return places
    .flatMap((place) => recordsIn(stateFolder(place, root), nodeDisk))
    .filter(({ kind }) => kind === "run")
    .sort((one, other) => other.id - one.id)[0];
}

function actionOn(file: RecordedFile, root: string): UndoneFile["action"] {
  // A link or a folder where the run wrote a file: somebody was here.
  if (obstacles(root, [file.path]).length > 0) return "kept";
  const text = readText(root, file.path);
  if (text === file.before) return "unchanged";
  if (text !== file.after) return "kept";
  return file.before === undefined ? "delete" : "restore";
}

const isKept = ({ action }: UndoneFile) => action === "kept";

function conflicts(files: readonly UndoneFile[]) {
  if (!files.some(isKept) || files.some(({ action }) => action === "delete" || action === "restore"))
    return [];
  const names = files.filter(isKept).map((file) => file.path);
  return [
    {
      code: "UNDO_CONFLICT" as const,
      message: `${names.join(", ")} changed since the last run, so nothing of it can be taken back.`,
      hint: "Take it back by hand; `undo` then goes on to the run before.",
    },
  ];
}

function keptWarning({ path: name }: UndoneFile): Warning {
  return { code: "UNDO_KEPT", message: `${name} changed since that run and was left as it is.` };
}
