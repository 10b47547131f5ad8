import type { Problem } from "../errors.js";
import type { FileChange, Report, Warning } from "../model.js";
import { commandLine } from "./command-line.js";
import { habitsText, likeness } from "./habits-text.js";
import type { Colors } from "./colors.js";
import { bareShell, nextCommand, type Shell } from "./shell.js";
import { trialLine } from "./trial-line.js";
import { colored, unifiedDiff } from "./unified-diff.js";

/** How each action is told: its colour, and what was done, or would be. */
const actions = {
  create: { color: "green", done: "created" },
  update: { color: "yellow", done: "updated" },
  overwrite: { color: "red", done: "replaced" },
  unchanged: { color: "dim", done: undefined },
} as const satisfies Record<FileChange["action"], { color: keyof Colors; done: string | undefined }>;

const labelWidth = Math.max(...Object.keys(actions).map(({ length }) => length));

/** What a person reads on stdout after a run. Pure; ends without a line break. */
export function reportText(report: Report, colors: Colors, shell: Shell = bareShell): string {
  const { place, cwd, changes, dryRun, showsDiff, isRecorded, asked } = report;
  const width = Math.max(0, ...changes.map(({ path }) => path.length));
  // Who agreed to the plan has just read it.
  const isRead = asked !== undefined && !dryRun && changes.some(({ action }) => action !== "unchanged");
  const lines = showsDiff || isRead ? [] : changes.map((change) => changeLine(change, width, colors));
  // What is replaced is shown, asked or not: it is what was lost.
  const shown = isRead
    ? []
    : changes.filter(({ action }) => action === "overwrite" || (showsDiff && action !== "unchanged"));
  // Whoever applies them does it in the folder of the run: a root that is not below cannot be reached from there.
  const above = place === undefined || place.startsWith("../") ? "" : `${place}/`;
  const diffs = shown.map((change) =>
    colored(unifiedDiff({ ...change, path: `${above}${change.path}` }), colors),
  );
  const like = dryRun ? undefined : likeness(changes);
  const notes = [
    ...(like === undefined ? [] : [like]),
    ...(isRecorded ? [`Take it back: ${nextCommand("undo", cwd, shell)}`] : []),
    ...askedNotes(report, shell),
  ];
  const end = [summary(changes, dryRun), ...notes.map((note) => colors.dim(note))].join("\n");
  const habits = dryRun ? habitsText(changes, colors) : [];
  const where = place === undefined || isRead ? [] : [`In ${place}:`];
  return [...where, ...(lines.length > 0 ? [lines.join("\n")] : []), ...diffs, ...habits, end].join("\n\n");
}

/** What a person at a terminal is shown before the files are written. */
export function planText(
  changes: readonly FileChange[],
  warnings: readonly Warning[],
  colors: Colors,
): string {
  const width = Math.max(0, ...changes.map(({ path }) => path.length));
  const lines = changes.map((change) => changeLine(change, width, colors));
  const replaced = changes.filter(({ action }) => action === "overwrite");
  const diffs = replaced.map((change) => colored(unifiedDiff(change), colors));
  return [lines.join("\n"), ...diffs, ...(warnings.length > 0 ? [warningText(warnings, colors)] : [])].join(
    "\n\n",
  );
}

/** After questions: the command that does the same without them, and a request to try the route with. */
function askedNotes({ asked, changes, project, dryRun }: Report, shell: Shell): string[] {
  if (!asked) return [];
  const trial = dryRun ? undefined : trialLine(changes, project, asked.port, shell);
  return [
    `The same again: ${commandLine(asked.routes, asked.options, shell)}`,
    ...(trial === undefined ? [] : [`Try it: ${trial}`]),
  ];
}

function changeLine({ action, path, purpose }: FileChange, width: number, colors: Colors): string {
  const label = colors[actions[action].color](action.padEnd(labelWidth));
  const note = noteOn(action, purpose);
  return `  ${label}  ${note === "" ? path : `${path.padEnd(width)}  ${colors.dim(note)}`}`;
}

function noteOn(action: FileChange["action"], purpose: FileChange["purpose"]): string {
  if (purpose.kind === "beside") return "";
  if (purpose.kind === "module") return action === "unchanged" ? "" : purpose.summary;
  return action === "update"
    ? `adds ${purpose.adds.join(", ")} to ${purpose.route}`
    : `${purpose.methods.join(", ")} ${purpose.route}`;
}

/** `Created 2 files, updated 1 file.`, or the same as what would be. */
function summary(changes: readonly FileChange[], dryRun: boolean): string {
  const done = Object.entries(actions).flatMap(([action, row]) => {
    const count = changes.filter((change) => change.action === action).length;
    if (count === 0 || row.done === undefined) return [];
    const files = count === 1 ? "1 file" : `${String(count)} files`;
    return [dryRun ? `${files} would be ${row.done}` : `${row.done} ${files}`];
  });
  if (done.length === 0) return "Nothing to do: every method that was asked for is there.";
  const sentence = `${done.join(", ")}.`;
  return dryRun
    ? `Dry run: ${sentence} No files were written.`
    : sentence.charAt(0).toUpperCase() + sentence.slice(1);
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
  const state =
    filesLeft.length === 0
      ? "No files were written."
      : `These could not be taken back, put them right by hand:\n${filesLeft
          .map((file) => `  ${file}`)
          .join("\n")}`;
  if (problems.every(({ code }) => code === "CANCELLED")) return `Cancelled. ${state}`;
  return [problemLines(problems, colors), "", state].join("\n");
}

/** Each problem with what to do about it, and where it was asked for. */
export function problemLines(problems: readonly Problem[], colors: Colors): string {
  const lines = problems.map(({ message, hint, at }) => {
    const place = at ? `${at.file}:${String(at.line)}:${String(at.column)} ` : "";
    return `${colors.red("error")} ${place}${message}\n      ${hint}`;
  });
  return lines.join("\n");
}
