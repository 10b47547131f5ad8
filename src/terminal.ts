import { cancelled } from "./errors.js";
import { noProgress, type Progress } from "./progress.js";
import type { Colors } from "./report/colors.js";
import { toolCall, type Shell } from "./report/shell.js";
import type { Prompter } from "./spec/questions.js";

/**
 * Whoever can be asked, or undefined: questions go to stderr and answers come from stdin, so both have to be a terminal. In
 * CI nobody sits there, whatever it says of itself, and a document on stdout is read by a program.
 */
export function askable(
  options: { readonly yes?: boolean | undefined; readonly json?: boolean | undefined },
  colors: Colors,
): (() => Promise<Prompter>) | undefined {
  const { stderr, env } = process;
  if (options.yes === true || options.json === true || isCi(env["CI"])) return undefined;
  // In this order: Node.js opens stdin as soon as it is looked at, which takes a while.
  if (!stderr.isTTY || !process.stdin.isTTY) return undefined;
  return async () => {
    const { startPrompter } = await import("./prompts/start-prompter.js");
    const streams = { stdin: process.stdin, stdout: stderr };
    return startPrompter({ streams, colors, cancelled }, env["TERM"]);
  };
}

/** CI services set it to `true` or to their name; who is not in one may say so by `CI=false`. */
function isCi(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false"].includes(value.toLowerCase());
}

/** Where printed commands will be pasted. */
export function thisShell(): Shell {
  return { tool: toolCall(process.env["npm_config_user_agent"]), isWindows: process.platform === "win32" };
}

/** A run that takes less than a blink has no bar. In milliseconds, like how often the bar is drawn. */
const blink = 300;
const frame = 50;
const barWidth = 24;

/** A bar on stderr for a run that takes long; nothing where stderr is no terminal that can draw one. */
export function progressBar(): Progress {
  const { stderr, env } = process;
  if (!stderr.isTTY || env["TERM"] === "dumb" || isCi(env["CI"])) return noProgress;
  // Questions take their time, too: what counts begins with the first step, and again behind a question.
  let start: number | undefined;
  let drawn = 0;
  return {
    tick: (stage, done, all) => {
      const now = Date.now();
      start ??= now;
      if (now - start < blink || now - drawn < frame) return;
      drawn = now;
      const full = Math.round((done / all) * barWidth);
      const bar = `${"█".repeat(full)}${"░".repeat(barWidth - full)}`;
      const text = `${bar} ${stage}: ${String(done)} of ${String(all)}`;
      stderr.write(`\r\u001b[K${text.slice(0, Math.max(0, stderr.columns - 1))}`);
    },
    clear: () => {
      if (drawn > 0) stderr.write("\r\u001b[K");
      start = undefined;
      drawn = 0;
    },
  };
}
