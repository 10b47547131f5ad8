import type { EjectedFile, EjectReport } from "../model.js";
import type { Colors } from "./colors.js";
import { bareShell, type Shell } from "./shell.js";

const actions = {
  create: "green",
  overwrite: "red",
  unchanged: "dim",
} as const satisfies Record<EjectedFile["action"], keyof Colors>;

/** What a person reads on stdout after an `eject`. Pure; ends without a line break. */
export function ejectText(report: EjectReport, colors: Colors, shell: Shell = bareShell): string {
  const { files, dryRun, isRecorded } = report;
  const lines = files.map(
    ({ path, action }) => `  ${colors[actions[action]](action.padEnd("unchanged".length))}  ${path}`,
  );
  const written = files.filter(({ action }) => action !== "unchanged").length;
  const some = written === 1 ? "1 file" : `${String(written)} files`;
  const notes = [
    "They win over the built-in ones as long as they are there.",
    `To go back: delete them${isRecorded ? `, or ${shell.tool} undo` : ""}.`,
    `Whether they fit: ${shell.tool} check`,
  ];
  const end =
    written === 0
      ? ["Nothing to do: they are in the project already."]
      : dryRun
        ? [`Dry run: ${some} would be ejected. No files were written.`]
        : [`Ejected ${some}.`, ...notes.map((note) => colors.dim(note))];
  return [...lines, "", ...end].join("\n");
}
