import { Command, CommanderError, Option } from "commander";
import { RunError, type Problem } from "./errors.js";
import { mainExamples, mainSummary } from "./help.js";
import {
  createOptions,
  generalOptions,
  helpOf,
  optionsOf,
  type CreateOptions,
  type OptionName,
  type OptionRow,
  type UndoOptions,
} from "./options.js";
import { commandMeant } from "./spec/command-meant.js";
import { commandTable, isCommand, type CommandName } from "./spec/commands.js";
import { usageProblem } from "./usage.js";

export const programName = "create-api-route";

/** What was asked for: a command with its input. */
export type Invocation =
  | { readonly command: "create"; readonly routes: string[]; readonly options: CreateOptions }
  | { readonly command: "undo"; readonly options: UndoOptions }
  | {
      readonly command: "help";
      /** The command that it is about; undefined for the tool as a whole. */
      readonly of: CommandName | undefined;
      readonly options: { readonly cwd?: string | undefined; readonly quiet?: undefined };
    }
  | { readonly command: "version"; readonly options: { readonly quiet?: undefined } }
  | {
      readonly command: "completion";
      readonly shell: string | undefined;
      readonly options: { readonly quiet?: undefined };
    };

/** What the defaults of options are in this very app, where that is known. */
export type DefaultsHere = Readonly<Partial<Record<OptionName, string>>>;

/**
 * Reads the arguments by the tables.
 *
 * @throws RunError with what is wrong with them.
 */
export function parse(args: readonly string[]): Invocation {
  // Help goes before everything that is wrong beside it: it is what shows how to put it right.
  const flags = flagsOf(args);
  const first = flags.find((arg) => !arg.startsWith("-"));
  const of = first !== undefined && isCommand(first) ? first : undefined;
  if (flags.some((flag) => flag === "-h" || flag === "--help"))
    return { command: "help", of: of === "help" ? undefined : of, options: { cwd: cwdIn(flags) } };
  if (flags.some((flag) => flag === "-v" || flag === "--version")) return { command: "version", options: {} };

  let invocation: Invocation | undefined;
  const program = programOf({}, (found) => {
    invocation = found;
  });
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const whole = of === undefined ? programName : `${programName} ${of}`;
    throw new RunError([usageProblem(error.message, whole)], { cause: error });
  }
  if (!invocation) throw new Error("The arguments named no command.");
  return invocation;
}

/** What stands before `--`: behind it everything is a route. */
export function flagsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end === -1 ? args : args.slice(0, end);
}

/** The text of the help, of the tool or of a command. Ends without a line break. */
export function helpText(of: CommandName | undefined, here: DefaultsHere): string {
  const program = programOf(here, () => undefined);
  const command = program.commands.find((candidate) => candidate.name() === of) ?? program;
  const examples = of === undefined ? mainExamples : commandTable[of].examples;
  return `${command.helpInformation().trimEnd()}\n${examples}`;
}

/** The whole program from the tables. */
function programOf(here: DefaultsHere, found: (invocation: Invocation) => void): Command {
  const program = new Command(programName)
    .description(mainSummary)
    .argument("[route...]", "where the handlers go, e.g. posts or posts/[id]")
    .helpCommand(false)
    // What stands behind a command's name is the command's.
    .enablePositionalOptions()
    .action((routes: string[], options: CreateOptions) => {
      refuseMisspelt(routes);
      found({ command: "create", routes, options });
    });
  dress(program, Object.entries(createOptions), here);
  for (const [name, row] of Object.entries(commandTable)) {
    if (!isCommand(name)) continue;
    const command = program
      .command(name)
      .summary(row.summary)
      .description(`${row.summary.charAt(0).toUpperCase()}${row.summary.slice(1)}.`);
    if ("argument" in row) command.argument(row.argument.name, row.argument.help);
    dress(command, optionsOf(name), here);
    command.action(() => {
      refuseStrayOptions(program, command);
      found(invocationOf(name, command));
    });
  }
  return program;
}

function invocationOf(name: CommandName, command: Command): Invocation {
  const [argument] = command.args;
  switch (name) {
    case "undo":
      // An option that both have may stand before the command's name too.
      return { command: "undo", options: command.optsWithGlobals() };
    case "completion":
      return { command: "completion", shell: argument, options: {} };
    case "help":
      if (argument === undefined || isCommand(argument))
        return {
          command: "help",
          of: argument,
          options: { cwd: command.optsWithGlobals()["cwd"] as string },
        };
      throw new RunError([noCommand(argument)]);
  }
}

/** Gives the program or a command what all of them have: its options, and errors that are thrown. */
function dress(command: Command, rows: readonly [string, OptionRow][], here: DefaultsHere): void {
  command
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const row of Object.values(generalOptions)) command.addOption(new Option(row.flags, row.help));
  for (const [name, row] of rows) {
    const option = new Option(row.flags, helpOf(row, here[name as OptionName])).helpGroup(`${row.group}:`);
    if (row.value === "list")
      option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
}

/** A route that is a command but for one slip of the fingers. */
function refuseMisspelt([first = "", ...others]: readonly string[]): void {
  const meant = others.length > 0 ? undefined : commandMeant(first);
  if (meant === undefined) return;
  throw new RunError([
    {
      code: "USAGE",
      message: `"${first}" is no command.`,
      hint: `Did you mean \`${meant}\`? For a route of that name write \`./${first}\`.`,
    },
  ]);
}

function noCommand(name: string): Problem {
  const meant = commandMeant(name);
  return {
    code: "USAGE",
    message: `"${name}" is no command.`,
    hint: `${meant === undefined ? "" : `Did you mean ${meant}? `}There are ${Object.keys(commandTable).join(", ")}.`,
  };
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
        hint: `All options: \`${programName} ${command.name()} --help\`.`,
      },
    ]);
  }
}

/** The folder that help is asked for in: the arguments may be wrong otherwise. */
function cwdIn(flags: readonly string[]): string | undefined {
  const index = flags.findIndex((flag) => flag === "--cwd" || flag.startsWith("--cwd="));
  const flag = flags[index];
  if (flag === undefined) return undefined;
  return flag.startsWith("--cwd=") ? flag.slice("--cwd=".length) : flags[index + 1];
}
