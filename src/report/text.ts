import type { Problem } from "../errors.js";
import type { FileChange, Report, Warning } from "../model.js";
import type { Colors } from "./colors.js";

/** What a person reads on stdout after a run. Pure; ends without a line break. */
export function reportText({ changes, dryRun, isRecorded }: Report, colors: Colors): string {
  const width = Math.max(0, ...changes.map(({ path }) => path.length));
  const lines = changes.map((change) => changeLine(change, width, colors));
  const back = isRecorded ? [colors.dim("Take it back: create-api-route undo")] : [];
  return [...lines, "", summary(changes, dryRun), ...back].join("\n");
}

function changeLine({ action, path, purpose }: FileChange, width: number, colors: Colors): string {
  const label = action === "create" ? colors.green("create   ") : colors.dim("unchanged");
  const role = action === "create" ? "sample data: replace it with your database" : "";
  const note = purpose.kind === "route" ? `${purpose.methods.join(", ")} ${purpose.route}` : role;
  return `  ${label}  ${note === "" ? path : `${path.padEnd(width)}  ${colors.dim(note)}`}`;
}

function summary(changes: readonly FileChange[], dryRun: boolean): string {
  const created = changes.filter(({ action }) => action === "create").length;
  if (created === 0) return "Nothing to do: every method that was asked for is there.";
  const files = created === 1 ? "1 file" : `${String(created)} files`;
  return dryRun ? `Dry run: ${files} would be created. No files were written.` : `Created ${files}.`;
}

/** What a person reads on stderr. */
export function warningText(warnings: readonly Warning[], colors: Colors): string {
  return warnings.map(({ message }) => `${colors.yellow("warning")} ${message}`).join("\n");
}

/** Every problem with what to do about it, then the state of the project. */
export function problemText(
  problems: readonly Problem[],
  filesLeft: readonly string[],
  colors: Colors,
): string {
  const told = problems.map(({ message, hint }) => `${colors.red("error")} ${message}\n      ${hint}`);
  const state =
    filesLeft.length === 0
      ? "No files were written."
      : `These could not be taken back, put them right by hand:\n${filesLeft.map((file) => `  ${file}`).join("\n")}`;
  return [...told, "", state].join("\n");
}
