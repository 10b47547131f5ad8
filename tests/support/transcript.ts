import type { DoneRun } from "./tool-runs.js";

/** Runs as a person reads them: what was typed, what came of it, and every word that was said. */
export function transcript(groups: readonly { title: string; runs: readonly DoneRun[] }[]): string {
  return groups
    .map(({ title, runs }) => [heading(title), ...runs.map(block)].join("\n\n"))
    .join("\n\n\n")
    .concat("\n");
}

function heading(title: string): string {
  return `${title}\n${"=".repeat(title.length)}`;
}

function block(done: DoneRun): string {
  const { run, command, code, stdout, stderr, changed } = done;
  const codes = codesOf(done);
  const notes = [
    ...(run.given === undefined ? [] : [run.given]),
    ...(run.after ?? []).map((args) => `after: create-api-route ${args}`),
    ...(run.touched ?? []).map((file) => `then ${file} was changed by hand`),
    ...(run.pipes === undefined ? [] : [run.pipes]),
  ];
  return [
    ...notes.map((note) => `# ${note}`),
    `$ ${command}`,
    `[exit ${String(code)}${codes.length === 0 ? "" : `: ${codes.join(", ")}`}]`,
    ...(code === 0 ? [told("files", changed.join("\n"))] : []),
    told("stdout", stdout),
    told("stderr", stderr),
  ].join("\n");
}

function told(name: string, text: string): string {
  if (text === "") return `${name}: (nothing)`;
  const lines = text.replace(/\n$/, "").split("\n");
  const shown = lines.map((line) => (line === "" ? "" : `  ${visible(line)}`));
  return [
    `${name}:`,
    ...shown,
    ...(text.endsWith("\n") || name === "files" ? [] : ["  (no line break)"]),
  ].join("\n");
}

/** What would act on a terminal is shown instead. */
function visible(line: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return line.replace(/[\u0000-\u001f\u007f]/g, (character) =>
    character === "\u001b" ? "<esc>" : JSON.stringify(character).slice(1, -1),
  );
}

/** The codes of everything that was wrong with a run, each once. */
export function codesOf({ args, code, stdout, json }: DoneRun): string[] {
  const text = json?.stdout ?? (args.includes("--json") ? stdout : "");
  if (code === 0 || text === "") return [];
  const { error } = JSON.parse(text) as { error: { problems: { code: string }[] } };
  return [...new Set(error.problems.map((problem) => problem.code))];
}
