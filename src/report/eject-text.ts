import type { EjectedFile, EjectReport } from "../model.js";
import type { Colors } from "./colors.js";
import { bareShell, nextCommand, type Shell } from "./shell.js";
import { colored, unifiedDiff } from "./unified-diff.js";

const actions = {
  create: "green",
  overwrite: "red",
  unchanged: "dim",
} as const satisfies Record<EjectedFile["action"], keyof Colors>;

/** What a person reads on stdout after an `eject`. Pure; ends without a line break. */
export function ejectText(report: EjectReport, colors: Colors, shell: Shell = bareShell): string {
  const { cwd, files, dryRun, isRecorded } = report;
  const lines = files.map(
    ({ path, action }) => `  ${colors[actions[action]](action.padEnd("unchanged".length))}  ${path}`,
  );
  // What is replaced is shown: it is what was lost.
  const diffs = files
    .filter(({ action }) => action === "overwrite")
    .flatMap((file) => ["", colored(unifiedDiff(file), colors)]);
  const written = files.filter(({ action }) => action !== "unchanged").length;
  const some = written === 1 ? "1 file" : `${String(written)} files`;
  const [they, ones] = written === 1 ? ["it", "one"] : ["them", "ones"];
  const notes = [
    `What is there wins over the built-in ${ones}.`,
    // A full stop behind a command would be copied with it.
    `To go back: delete ${they}${isRecorded ? `, or ${nextCommand("undo", cwd, shell)}` : "."}`,
    `Whether all of it fits: ${nextCommand("check", cwd, shell)}`,
  ];
  const end =
    written === 0
      ? ["Nothing to do: they are in the project already."]
      : dryRun
        ? [`Dry run: ${some} would be ejected. No files were written.`]
        : [`Ejected ${some}.`, ...notes.map((note) => colors.dim(note))];
  return [...lines, ...diffs, "", ...end].join("\n");
}
