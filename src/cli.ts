import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import { create } from "./commands/create.js";
import { RunError, type Problem } from "./errors.js";
import { helpExamples } from "./help.js";
import type { Warning } from "./model.js";
import {
  createOptions,
  helpOf,
  optionsOf,
  type CreateOptions,
  type OptionRow,
  type UndoOptions,
} from "./options.js";
import type { Colors } from "./report/colors.js";
import { problemJson, reportJson, undoJson } from "./report/json.js";
import { problemText, reportText, warningText } from "./report/text.js";
import { undoText } from "./report/undo-text.js";
import { commandTable, type CommandName } from "./spec/commands.js";
import { usageProblem } from "./usage.js";
import { statePlaces } from "./write/state-folder.js";

/**
 * The program: reads the arguments, runs the command, prints, and answers the exit code (0 done, 1 failed, 2 wrong usage).
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
    const invocation = parse(args, packageRoot);
    if (invocation === undefined) return 0;

    const { json, text, warnings } = await perform(invocation, packageRoot);
    const isQuiet = invocation.options.quiet === true;
    if (isJson) print(process.stdout, json());
    else if (!isQuiet) print(process.stdout, text(stdout));
    if (warnings.length > 0 && !isQuiet) print(process.stderr, warningText(warnings, stderr));
    return 0;
  } catch (error) {
    const failure = error instanceof RunError ? error : new RunError([unexpected(error)], { cause: error });
    print(process.stderr, problemText(failure.problems, failure.filesLeft, stderr));
    if (isJson) print(process.stdout, problemJson(failure.problems, isDryRun(args)));
    return failure.exitCode;
  }
}

/** What was asked for: a command with its input. */
type Invocation =
  | { readonly command: "create"; readonly routes: string[]; readonly options: CreateOptions }
  | { readonly command: "undo"; readonly options: UndoOptions };

/** What a command has to say. */
interface Outcome {
  readonly json: () => string;
  readonly text: (colors: Colors) => string;
  readonly warnings: readonly Warning[];
}

async function perform(invocation: Invocation, packageRoot: string): Promise<Outcome> {
  const here = { cwd: process.cwd(), statePlaces: statePlaces(), tool: versionOf(packageRoot) };
  switch (invocation.command) {
    case "create": {
      const readTemplate = (name: string) =>
        readFileSync(path.join(packageRoot, "templates", `${name}.ejs`), "utf8");
      const report = await create(invocation.routes, invocation.options, { ...here, readTemplate });
      return {
        json: () => reportJson(report),
        text: (colors) => reportText(report, colors),
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

/** Reads the arguments by the tables. Undefined means that help or the version was printed. */
function parse(args: readonly string[], packageRoot: string): Invocation | undefined {
  let invocation: Invocation | undefined;
  const program = new Command("create-api-route")
    .description("Writes typed Next.js route handlers into the app that you already have.")
    .argument("[route...]", "where the handlers go, e.g. posts or posts/[id]")
    .version(versionOf(packageRoot), "-v, --version", "print the version")
    // A route can be called "help".
    .helpCommand(false)
    // What stands behind a command's name is the command's.
    .enablePositionalOptions()
    .action((routes: string[], options: CreateOptions) => {
      invocation = { command: "create", routes, options };
    });
  dress(program, Object.values(createOptions), helpExamples);
  for (const [name, { summary, examples }] of Object.entries(commandTable)) {
    const command = program
      .command(name)
      .summary(summary)
      .description(`${capitalized(summary)}.`);
    dress(command, optionsOf(name as CommandName), examples);
    command.action(() => {
      refuseStrayOptions(program, command);
      // An option that both have may stand before the command's name too.
      invocation = { command: name as CommandName, options: command.optsWithGlobals() };
    });
  }

  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0)
      throw new RunError([usageProblem(error.message, commandIn(args, program))], { cause: error });
  }
  return invocation;
}

/** Gives the program or a command what all of them have: its options, its help, and errors that are thrown. */
function dress(command: Command, rows: readonly OptionRow[], examples: string): void {
  command
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", examples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const row of rows) {
    const option = new Option(row.flags, helpOf(row)).helpGroup(`${row.group}:`);
    if (row.value === "list")
      option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
}

/** Options of the main job before a command's name would be lost on it. */
function refuseStrayOptions(program: Command, command: Command): void {
  const own = new Set(command.options.map((option) => option.attributeName()));
  const stray = program.options.find(
    (option) =>
      !own.has(option.attributeName()) && program.getOptionValueSource(option.attributeName()) === "cli",
  );
  if (stray) {
    throw new RunError([
      {
        code: "USAGE",
        message: `\`${command.name()}\` has no option '${stray.long ?? stray.flags}'.`,
        hint: `All options: \`create-api-route ${command.name()} --help\`.`,
      },
    ]);
  }
}

/** How the command that the arguments name is called as a whole. */
function commandIn(args: readonly string[], program: Command): string {
  const named = flagsOf(args).find((arg) => !arg.startsWith("-"));
  const command = program.commands.find((candidate) => candidate.name() === named);
  return command ? `${program.name()} ${command.name()}` : program.name();
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
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

/** What stands before `--`: behind it everything is a route. */
function flagsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end === -1 ? args : args.slice(0, end);
}

function versionOf(packageRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}

/** Colours only for a person at a terminal; NO_COLOR and FORCE_COLOR decide first. */
function useColors(stream: { readonly isTTY?: boolean }): boolean {
  if ((process.env["NO_COLOR"] ?? "") !== "") return false;
  if ((process.env["FORCE_COLOR"] ?? "") !== "") return process.env["FORCE_COLOR"] !== "0";
  // An undefined answer would leave it to picocolors, which takes CI for a terminal.
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
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
