import { readFileSync } from "node:fs";
import path from "node:path";
import pc from "picocolors";
import { create } from "./commands/create.js";
import { RunError, type Problem } from "./errors.js";
import type { Warning } from "./model.js";
import { flagsOf, helpText, parse, programName, type Invocation } from "./program.js";
import type { Colors } from "./report/colors.js";
import { helpJson } from "./report/help-json.js";
import { checkText } from "./report/check-text.js";
import { ejectText } from "./report/eject-text.js";
import {
  checkJson,
  completionJson,
  ejectJson,
  problemJson,
  reportJson,
  undoJson,
  versionJson,
} from "./report/json.js";
import { listJson } from "./report/list-json.js";
import { listText } from "./report/list-text.js";
import { problemText, reportText, warningText } from "./report/text.js";
import { undoText } from "./report/undo-text.js";
import { shellVariable } from "./completion/told-to-shell.js";
import { completionCallback } from "./spec/commands.js";
import { parseShell } from "./spec/shells.js";
import { packageTemplates } from "./package-templates.js";
import { askable, progressBar, thisShell } from "./terminal.js";
import { useColors } from "./use-colors.js";
import { statePlaces } from "./write/state-folder.js";

/**
 * The program: reads the arguments, runs the command, prints, and answers the exit code (0 done, 1 failed, 2 wrong
 * usage, 130 cancelled).
 * Nothing that is thrown gets past it.
 *
 * @param args the arguments behind the program's name.
 * @param packageRoot the folder of the tool's own package, where its templates are.
 */
export async function run(args: readonly string[], packageRoot: string): Promise<number> {
  const isJson = flagsOf(args).includes("--json");
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignore);
  const stdout = pc.createColors(useColors(process.stdout));
  const stderr = pc.createColors(useColors(process.stderr));
  try {
    const [callback, separator, ...words] = args;
    if (callback === completionCallback && separator === "--") {
      const { complete } = await import("./commands/complete.js");
      print(process.stdout, await complete(words, process.cwd(), process.env[shellVariable]));
      return 0;
    }
    const invocation = parse(args);
    const { json, text, warnings, problems = [] } = await perform(invocation, packageRoot, stderr);
    const isQuiet = invocation.options.quiet === true;
    if (isJson) print(process.stdout, json());
    else if (!isQuiet) print(process.stdout, text(stdout));
    if (warnings.length > 0 && !isQuiet) print(process.stderr, warningText(warnings, stderr));
    const [first, ...others] = problems;
    if (!first) return 0;
    print(process.stderr, problemText([first, ...others], [], stderr));
    return new RunError([first, ...others]).exitCode;
  } catch (error) {
    const failure = error instanceof RunError ? error : new RunError([unexpected(error)], { cause: error });
    print(process.stderr, problemText(failure.problems, failure.filesLeft, stderr));
    if (isJson) print(process.stdout, problemJson(failure.problems, isDryRun(args)));
    return failure.exitCode;
  }
}

/** What a command has to say. */
interface Outcome {
  readonly json: () => string;
  readonly text: (colors: Colors) => string;
  readonly warnings: readonly Warning[];
  /** What was asked for is there, and says that something is wrong with the app. */
  readonly problems?: readonly Problem[];
}

async function perform(invocation: Invocation, packageRoot: string, stderr: Colors): Promise<Outcome> {
  const here = { cwd: process.cwd(), statePlaces: statePlaces(), tool: versionOf(packageRoot) };
  switch (invocation.command) {
    case "create": {
      const { routes, options } = invocation;
      const progress = progressBar();
      const startPrompter = askable(options, stderr);
      const report = await create(routes, options, {
        ...here,
        templates: packageTemplates(packageRoot),
        readStdin: () => process.stdin,
        startPrompter,
        progress,
      }).finally(progress.clear);
      return {
        json: () => reportJson(report),
        text: (colors) => reportText(report, colors, thisShell()),
        warnings: report.warnings,
      };
    }
    case "help": {
      const { of, options } = invocation;
      const { defaultsHere } = await import("./commands/help.js");
      const defaults = await defaultsHere(path.resolve(here.cwd, options.cwd ?? "."));
      return {
        json: () => helpJson(programName, of, defaults),
        text: () => helpText(of, defaults),
        warnings: [],
      };
    }
    case "version":
      return {
        json: () => versionJson(here.tool),
        text: () => here.tool,
        warnings: [],
      };
    case "completion": {
      const shell = parseShell(invocation.shell);
      if (typeof shell === "object") throw new RunError([shell]);
      const { scriptFor } = await import("./completion/start-completion.js");
      const script = scriptFor(shell, programName);
      return { json: () => completionJson(shell, script), text: () => script, warnings: [] };
    }
    case "list": {
      const { list } = await import("./commands/list.js");
      const report = await list(invocation.options, here);
      return {
        json: () => listJson(report),
        text: (colors) => listText(report, colors),
        warnings: report.warnings,
        problems: report.problems,
      };
    }
    case "check": {
      const { check } = await import("./commands/check.js");
      const progress = progressBar();
      const templates = packageTemplates(packageRoot);
      const keeper = path.join(packageRoot, "bin", "scratch-keeper.cjs");
      const report = await check(invocation.options, { ...here, templates, keeper, progress }).finally(
        progress.clear,
      );
      return { json: () => checkJson(report), text: () => checkText(report), warnings: report.warnings };
    }
    case "eject": {
      const { names, options } = invocation;
      const { eject } = await import("./commands/eject.js");
      const templates = packageTemplates(packageRoot);
      const startPrompter = askable(options, stderr);
      const report = await eject(names, options, { ...here, templates, startPrompter });
      return {
        json: () => ejectJson(report),
        text: (colors) => ejectText(report, colors, thisShell()),
        warnings: report.warnings,
      };
    }
    case "undo": {
      const { undo } = await import("./commands/undo.js");
      const report = undo(invocation.options, here);
      return {
        json: () => undoJson(report),
        text: (colors) => undoText(report, colors),
        warnings: report.warnings,
      };
    }
  }
}

/** A refusal of the file system is the user's to mend; anything else is ours. */
function unexpected(error: unknown): Problem {
  if (error instanceof Error && "syscall" in error) {
    return {
      code: "PROJECT_UNREADABLE",
      message: `The project could not be read: ${error.message}.`,
      hint: "Look at the permissions of that place, or at what stands there.",
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

/**
 * Output that nobody takes (`create-api-route --help | head -1`, a full disk behind a redirection) changes nothing of what
 * was done, and the exit code speaks of that.
 */
function ignore(): void {
  // Without a listener, Node would end the process with a stack trace.
}

function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text}\n`);
}
