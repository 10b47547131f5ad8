import { failOnProblems } from "../errors.js";
import type { UndoneFile, UndoReport, Warning } from "../model.js";
import type { UndoOptions } from "../options.js";
import { readText } from "../project/existing-files.js";
import { moduleFiles } from "../project/module-files.js";
import { obstacles } from "../project/obstacles.js";
import { clearUp, commit } from "../write/commit.js";
import { nodeDisk, type Disk } from "../write/disk.js";
import { recordsIn } from "../write/journal.js";
import type { RecordedFile, RunRecord } from "../write/record.js";
import { knownFolders, realPath, type StatePlace } from "../write/state-folder.js";
import { appMeant } from "./app-meant.js";
import { placeSeen } from "./place-seen.js";
import { failWithoutProject } from "./without-project.js";

/** Where the command runs, and where the records of runs are. */
export interface UndoSurroundings {
  readonly cwd: string;
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
  readonly disk?: Disk;
}

/**
 * Takes back the last run in the project that has not been taken back: what it created and is still as it wrote it goes,
 * what it changed and is still so is put back, what was touched since stays.
 *
 * @throws RunError `UNDO_CONFLICT` if there is nothing in the run that could be taken back; those of the commit.
 */
export function undo(options: UndoOptions, here: UndoSurroundings): UndoReport {
  const found = appMeant(options.cwd, here);
  if (found.root === undefined) failWithoutProject(found.problems);
  const { root } = found;

  const dryRun = options.dryRun === true;
  const { statePlaces, tool, disk = nodeDisk } = here;
  const context = { root, statePlaces, tool, disk };
  // A run that was killed before it changed anything is none.
  if (!dryRun) clearUp(context);
  const record = lastRun(root, statePlaces, disk);
  const place = placeSeen(root, here.cwd);
  if (!record) return { dryRun, root, place, files: [], warnings: found.warnings };

  // What was written last goes first: route files before the modules that they import.
  const looks = record.files.toReversed().map((file) => {
    // A link, a folder or other bytes where the run wrote its text: somebody was here.
    const text = obstacles(root, [file.path])[0] ?? readText(root, file.path);
    return typeof text === "object"
      ? { file, text: undefined, action: "kept" as const }
      : { file, text, action: actionOn(file, text) };
  });
  const files = looks.map(({ file, action }) => ({ path: file.path, action }));
  failOnProblems(conflicts(files));

  // While they are there still.
  const gone = files.filter(({ action }) => action === "delete").map((file) => file.path);
  const warnings = looks
    .filter(isKept)
    .map(({ file, text = "" }) => keptWarning(file.path, importedBy(file.path, text, root, gone)));
  if (!dryRun) {
    const writes = looks
      .filter(({ action }) => action === "delete" || action === "restore")
      .map(({ file, text }) => ({ path: file.path, before: text, after: file.before, mode: file.mode }));
    commit(writes, { ...context, takesBack: record });
  }
  return { dryRun, root, place, files, warnings: [...found.warnings, ...warnings] };
}

function lastRun(root: string, places: readonly StatePlace[], disk: Disk): RunRecord | undefined {
  return knownFolders(places, root, disk)
    .flatMap((folder) => recordsIn(folder, disk))
    .filter((record) => record.kind === "run" && record.root === realPath(root))
    .sort((one, other) => other.id - one.id)[0];
}

function actionOn({ before, after }: RecordedFile, text: string | undefined): UndoneFile["action"] {
  if (text === before) return "unchanged";
  // Empty is what a run leaves that is killed while it claims a name on a disk without hard links.
  if (text === after || (text === "" && before === undefined)) {
    return before === undefined ? "delete" : "restore";
  }
  return "kept";
}

const isKept = ({ action }: Pick<UndoneFile, "action">) => action === "kept";

function conflicts(files: readonly UndoneFile[]) {
  if (!files.some(isKept) || files.some(({ action }) => action === "delete" || action === "restore"))
    return [];
  return files.filter(isKept).map((file) => ({
    code: "UNDO_CONFLICT" as const,
    message: `${file.path} changed since the last run, so nothing of it can be taken back.`,
    hint: "Take it back by hand; `undo` then goes on to the run before.",
    path: file.path,
  }));
}

/** Which of these files a file means, wherever it names a module: an import, a mock. */
function importedBy(name: string, text: string, root: string, files: readonly string[]): string[] {
  const { imported } = moduleFiles(root);
  const named = new Set(
    Array.from(text.matchAll(/(["'])([^"'\n]+)\1/g), ([, , source = ""]) => imported(name, source)),
  );
  return files.filter((file) => named.has(file));
}

function keptWarning(name: string, missed: readonly string[]): Warning {
  const lack =
    missed.length === 0 ? "" : ` It still imports ${missed.join(" and ")}, taken back with that run.`;
  return { code: "UNDO_KEPT", message: `${name} changed since that run and was left as it is.${lack}` };
}
