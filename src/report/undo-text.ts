import type { UndoneFile, UndoReport } from "../model.js";
import type { Colors } from "./colors.js";

/** What a person reads on stdout after an `undo`. Pure; ends without a line break. */
export function undoText({ root, place, files, dryRun }: UndoReport, colors: Colors): string {
  if (files.length === 0) return `Nothing to undo in ${root}.`;
  const width = Math.max(...files.map(({ path }) => path.length));
  const where = place === undefined ? [] : [`In ${place}:`, ""];
  return [...where, ...files.map((file) => fileLine(file, width, colors)), "", summary(files, dryRun)].join(
    "\n",
  );
}

const notes = { delete: "", restore: "", kept: "changed since", unchanged: "is back already" } as const;

function fileLine({ path, action }: UndoneFile, width: number, colors: Colors): string {
  const label = action.padEnd("unchanged".length);
  const note = notes[action];
  const name = note === "" ? path : `${path.padEnd(width)}  ${colors.dim(`(${note})`)}`;
  return `  ${action === "kept" ? colors.yellow(label) : colors.dim(label)}  ${name}`;
}

function summary(files: readonly UndoneFile[], dryRun: boolean): string {
  const count = (wanted: UndoneFile["action"]) => files.filter(({ action }) => action === wanted).length;
  const parts = [
    { verb: "deleted", number: count("delete") },
    { verb: "restored", number: count("restore") },
  ].filter(({ number }) => number > 0);
  if (parts.length === 0) return "Nothing to take back: every file is as it was before that run.";

  const told = parts.map(({ verb, number }) => ({
    verb,
    files: number === 1 ? "1 file" : `${String(number)} files`,
  }));
  return dryRun
    ? `Dry run: ${told
        .map(({ verb, files: some }) => `${some} would be ${verb}`)
        .join(", ")}. No files were written.`
    : `Took it back: ${told.map(({ verb, files: some }) => `${some} ${verb}`).join(", ")}.`;
}
