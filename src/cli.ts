import { readFileSync } from "node:fs";
import path from "node:path";
import { buildStamp } from "./cache/build-stamp.js";
import { findingsIn } from "./cache/findings.js";
import { create } from "./commands/create.js";
import { RunError, type Problem } from "./errors.js";
import { hasWritten, type Outcome } from "./outcome.js";
import { flagsOf, parse, type Invocation } from "./program.js";
import { outlet, type Outlet } from "./outlet.js";
import { noProgress } from "./progress.js";
import type { Colors } from "./report/colors.js";
import { problemJson, reportJson } from "./report/json.js";
import { problemText, reportText, warningText } from "./report/text.js";
import { completionCallback } from "./spec/commands.js";
import { packageTemplates } from "./package-templates.js";
import { askable, progressBar, thisShell } from "./terminal.js";
import { colorsFor } from "./use-colors.js";
import { statePlaces } from "./write/state-folder.js";

export { endsAtOnce } from "./ending.js";

/**
 * The program: reads the arguments, runs the command, prints, and answers the exit code (0 done, 1 failed, 2 wrong
 * usage, 130 cancelled).
 * Nothing that is thrown gets past it.
 *
 * @param args the arguments behind the program's name.
 * @param packageRoot the folder of the tool's own package, where its templates are.
 * @param cache the user's folder for what can be made again; undefined where nothing is to be kept.
 */
export async function run(args: readonly string[], packageRoot: string, cache?: string): Promise<number> {
  const isJson = flagsOf(args).includes("--json");
  const err = outlet("stderr");
  const state: { outcome?: Outcome; lost?: Promise<void> } = {};
  const tellLost = async (error: unknown) => {
    // Where it is known only after the run has answered.
    if (process.exitCode === 0) process.exitCode = 1;
    // Of a failure stderr has told.
    if (!state.outcome) return;
    const { lostText } = await import("./report/lost-text.js");
    print(err, lostText(error, state.outcome.hasWritten === true, stderr));
  };
  const out = outlet("stdout", (error) => {
    state.lost ??= tellLost(error);
  });
  const [stdout, stderr] = [await colorsFor(out), await colorsFor(err)];
  try {
    const [callback, separator, ...words] = args;
    if (callback === completionCallback && separator === "--") {
      const { complete } = await import("./commands/complete.js");
      const { shellVariable } = await import("./completion/told-to-shell.js");
      print(out, await complete(words, process.cwd(), process.env[shellVariable]));
      return state.lost ? 1 : 0;
    }
    const invocation = parse(args);
    const outcome = await perform(invocation, { packageRoot, cache, isSeen: err.isTTY }, stderr);
    state.outcome = outcome;
    const { json, text, warnings, problems = [] } = outcome;
    const isQuiet = invocation.options.quiet === true;
    if (isJson) print(out, json());
    else if (!isQuiet) print(out, text(stdout));
    if (warnings.length > 0 && !isQuiet) print(err, warningText(warnings, stderr));
    const [first, ...others] = problems;
    await state.lost;
    if (!first) return state.lost ? 1 : 0;
    print(err, problemText([first, ...others], [], stderr));
    return new RunError([first, ...others]).exitCode;
  } catch (error) {
    const failure = error instanceof RunError ? error : new RunError([unexpected(error)], { cause: error });
    print(err, problemText(failure.problems, failure.filesLeft, stderr));
    if (isJson) print(out, problemJson(failure.problems, isDryRun(args)));
    return failure.exitCode;
  }
}

interface Places {
  readonly packageRoot: string;
  readonly cache: string | undefined;
  /** Whether stderr is a terminal: nobody else looks at a bar or answers a question. */
  readonly isSeen: boolean;
}

async function perform(
  invocation: Invocation,
  { packageRoot, cache, isSeen }: Places,
  stderr: Colors,
): Promise<Outcome> {
  const tool = versionOf(packageRoot);
  const stamp = () => buildStamp(packageRoot, tool);
  const openFindings = cache === undefined ? undefined : findingsIn({ folder: cache, stamp });
  const here = { cwd: process.cwd(), statePlaces: statePlaces(), tool, openFindings };
  if (invocation.command !== "create") {
    const { performOther } = await import("./other-commands.js");
    return performOther(invocation, packageRoot, here, stderr);
  }
  const { routes, options } = invocation;
  const progress = isSeen ? progressBar() : noProgress;
  const report = await create(routes, options, {
    ...here,
    templates: packageTemplates(packageRoot),
    readStdin: () => process.stdin,
    startPrompter: isSeen ? askable(options, stderr) : undefined,
    progress,
  }).finally(progress.clear);
  return {
    json: () => reportJson(report),
    text: (colors) => reportText(report, colors, thisShell()),
    warnings: report.warnings,
    hasWritten: hasWritten(report.dryRun, report.changes),
  };
}

/** A refusal of the file system is the user's to mend; anything else is ours. */
function unexpected(error: unknown): Problem {
  if (error instanceof Error && "syscall" in error) {
    return {
      code: "PROJECT_UNREADABLE",
      message: `The project could not be read: ${error.message}.`,
      hint:
        "code" in error && error.code === "ENAMETOOLONG"
          ? "Move the project to where its path is shorter, or choose a shorter name."
          : "Look at the permissions of that place, or at what stands there.",
    };
  }
  return {
    code: "INTERNAL",
    message: `This is a fault of create-api-route: ${
      error instanceof Error ? (error.stack ?? error.message) : String(error)
    }`,
    hint: "Please report it with the command that you ran: https://github.com/create-api-route/create-api-route/issues",
  };
}

function isDryRun(args: readonly string[]): boolean {
  return flagsOf(args).some((flag) => flag === "--dry-run" || flag === "--diff");
}

function versionOf(packageRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}

function print(to: Outlet, text: string): void {
  to.write(`${text}\n`);
}
