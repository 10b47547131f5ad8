import { Command, CommanderError, Option } from "commander";
import { failOnProblems, RunError, type Problem } from "./errors.js";
import { mainExamples, mainSummary } from "./help.js";
import { oppositeOf, type OptionRow } from "./option-row.js";
import {
  createOptions,
  generalOptions,
  helpOf,
  optionsOf,
  type CheckOptions,
  type CreateOptions,
  type EjectOptions,
  type ListOptions,
  type OptionName,
  type UndoOptions,
} from "./options.js";
import { misspeltCommand, unknownCommand } from "./spec/command-meant.js";
import { commandTable, isCommand, type CommandName } from "./spec/commands.js";
import { usageProblem } from "./usage.js";

export const programName = "create-api-route";

/** What was asked for: a command with its input. */
export type Invocation =
  | { readonly command: "create"; readonly routes: string[]; readonly options: CreateOptions }
  | { readonly command: "list"; readonly options: ListOptions }
  | { readonly command: "undo"; readonly options: UndoOptions }
  | { readonly command: "check"; readonly options: CheckOptions }
  | { readonly command: "eject"; readonly names: readonly string[]; readonly options: EjectOptions }
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
 * Reads the arguments by the tables. To describe an option to commander takes longer than to read it: it is told of those that the
 * arguments mention, and of all where something is wrong, as it speaks of the others then.
 *
 * @throws RunError with what is wrong with them.
 */
export function parse(args: readonly string[]): Invocation {
  // Behind `--`, too: it can be the value of an option itself.
  return read(args, mentionedIn(args)) ?? parseByAll(args);
}

/** The same, by all options. */
export function parseByAll(args: readonly string[]): Invocation {
  const invocation = read(args);
  if (!invocation) throw new Error("The arguments named no command.");
  return invocation;
}

/**
 * @param isKnown which options there are; all, if it is left out.
 * @returns undefined if the arguments are wrong by the options that are known, and others may be meant.
 */
function read(
  args: readonly string[],
  isKnown?: (row: Pick<OptionRow, "flags">) => boolean,
): Invocation | undefined {
  const flags = flagsOf(args);
  let invocation: Invocation | undefined;
  // Where the reading of the arguments ended, if it was not at their end.
  let left: Command | undefined;
  const program = programOf({ here: {}, isKnown: isKnown ?? every }, flags, {
    found: (asked) => {
      invocation = asked;
    },
    left: (command) => {
      left = command;
    },
  });
  const helpOn = (command: Command): Invocation => {
    const page = command === program ? program.args.find((arg) => !arg.startsWith("-")) : command.name();
    const of = page !== undefined && isCommand(page) ? page : undefined;
    return { command: "help", of, options: { cwd: command.optsWithGlobals<{ cwd?: string }>().cwd } };
  };
  // Help goes before everything that is wrong beside it, as `-m --help`: it is what shows how to put it right.
  const asksHelp = flags.some((flag) => /^(-h\w*|--help)$/.test(flag));
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.code === "commander.version")
      return { command: "version", options: {} };
    if (asksHelp || (error instanceof CommanderError && error.code === "commander.helpDisplayed"))
      return helpOn(left ?? program);
    if (!(error instanceof CommanderError)) throw error;
    if (isKnown) return undefined;
    const whole = left && left !== program ? `${programName} ${left.name()}` : programName;
    throw new RunError([usageProblem(error.message, whole), ...unknownBeside(error, args)], { cause: error });
  }
  return asksHelp ? helpOn(program) : invocation;
}

/** The other options that are unknown: commander speaks of the first alone. */
function unknownBeside({ message }: CommanderError, args: readonly string[]): readonly Problem[] {
  const unknown = unknownOption.exec(message)?.[1];
  if (unknown === undefined) return [];
  const flags = flagsOf(args);
  const others = args.filter((word, index) => word !== unknown || index >= flags.length);
  if (others.length === args.length) return [];
  try {
    read(others);
  } catch (error) {
    // A word behind an unknown option may be its value: nothing else that is wrong without it is sure.
    const isUnknown =
      error instanceof RunError &&
      error.cause instanceof CommanderError &&
      unknownOption.test(error.cause.message);
    if (isUnknown) return error.problems;
  }
  return [];
}

const unknownOption = /^error: unknown option '(.+)'/;

/** Whether one of the words could be an option: its long name, or its letter in a word like `-yq` or `-mGET`. */
function mentionedIn(words: readonly string[]): (row: Pick<OptionRow, "flags">) => boolean {
  const named = words.filter((word) => word.startsWith("-")).map((word) => word.split("=", 1)[0] ?? word);
  return ({ flags }) =>
    named.some((word) =>
      word.startsWith("--")
        ? flags.includes(word)
        : !flags.startsWith("--") && word.includes(flags.charAt(1)),
    );
}

/** What stands before `--`: behind it everything is a route. */
export function flagsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end === -1 ? args : args.slice(0, end);
}

const every = () => true;

/** The text of the help, of the tool or of a command. Ends without a line break. */
export function helpText(of: CommandName | undefined, here: DefaultsHere): string {
  const program = programOf({ here, isKnown: every, isHelp: true }, Object.keys(commandTable), {
    found: () => undefined,
    left: () => undefined,
  });
  const command = program.commands.find((candidate) => candidate.name() === of) ?? program;
  const examples = of === undefined ? mainExamples : commandTable[of].examples;
  return `${command.helpInformation().trimEnd()}\n${examples}`;
}

/** Who is told what came of reading the arguments: what was asked for, or which command they failed in. */
interface Told {
  readonly found: (invocation: Invocation) => void;
  readonly left: (command: Command) => void;
}

/** What is said of the options, and which of them there are. */
interface Described {
  readonly here: DefaultsHere;
  readonly isKnown: (row: Pick<OptionRow, "flags">) => boolean;
  /** Whether it is for people to read: then the opposites of options, which say what is so anyway, are left out. */
  readonly isHelp?: boolean;
}

/**
 * The program from the tables.
 *
 * @param flags the words that may name a command: behind `--` there are only routes.
 */
function programOf(described: Described, flags: readonly string[], told: Told): Command {
  const program = new Command(programName)
    .description(mainSummary)
    .argument("[route...]", "where the handlers go, e.g. posts or posts/[id]")
    .helpCommand(false)
    // What stands behind a command's name is the command's.
    .enablePositionalOptions()
    .action((routes: string[], options: CreateOptions) => {
      const [first = ""] = routes;
      const misspelt = flags.includes(first) ? misspeltCommand(first) : undefined;
      if (misspelt) throw new RunError([misspelt]);
      told.found({ command: "create", routes, options });
    });
  dress(program, Object.entries(createOptions), described, told);
  for (const [name, row] of Object.entries(commandTable)) {
    if (!isCommand(name) || !flags.includes(name)) continue;
    const command = program
      .command(name)
      .summary(row.summary)
      .description(`${row.summary.charAt(0).toUpperCase()}${row.summary.slice(1)}.`);
    if ("argument" in row) command.argument(row.argument.name, row.argument.help);
    dress(command, optionsOf(name), described, told);
    command.action(() => {
      refuseStrayOptions(program, command);
      told.found(invocationOf(name, command));
    });
  }
  return program;
}

function invocationOf(name: CommandName, command: Command): Invocation {
  const [argument] = command.args;
  switch (name) {
    // An option that both have may stand before the command's name too.
    case "list":
      return { command: "list", options: command.optsWithGlobals() };
    case "undo":
      return { command: "undo", options: command.optsWithGlobals() };
    case "check":
      return { command: "check", options: command.optsWithGlobals() };
    case "eject":
      return { command: "eject", names: command.args, options: command.optsWithGlobals() };
    case "completion":
      return { command: "completion", shell: argument, options: {} };
    case "help":
      if (argument === undefined || isCommand(argument))
        return {
          command: "help",
          of: argument,
          options: { cwd: command.optsWithGlobals<{ cwd?: string }>().cwd },
        };
      throw new RunError([unknownCommand(argument)]);
  }
}

/** Gives the program or a command what all of them have: its options, and errors that are thrown. */
function dress(
  command: Command,
  rows: readonly [string, OptionRow][],
  { here, isKnown, isHelp = false }: Described,
  told: Told,
): void {
  const { version, help } = generalOptions;
  if (isKnown(help)) command.helpOption(help.flags, help.help);
  else command.helpOption(false);
  if (isKnown(version)) {
    command.addOption(new Option(version.flags, version.help)).on("option:version", () => {
      throw new CommanderError(0, "commander.version", "");
    });
  }
  command
    .exitOverride((error) => {
      told.left(command);
      throw error;
    })
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const [name, row] of rows) {
    const opposite = oppositeOf(row);
    if (!isKnown(row) && (opposite === undefined || !isKnown({ flags: opposite }))) continue;
    // Before the other, which would be given by default without it.
    if (opposite !== undefined) command.addOption(new Option(opposite).hideHelp(isHelp));
    const option = new Option(row.flags, helpOf(row, here[name as OptionName])).helpGroup(`${row.group}:`);
    if (row.value === "list")
      option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
}

/** Options of the main job before a command's name would be lost on it. */
function refuseStrayOptions(program: Command, command: Command): void {
  const own = new Set(command.options.map((option) => option.attributeName()));
  const stray = program.options.filter(
    (option) =>
      !own.has(option.attributeName()) && program.getOptionValueSource(option.attributeName()) === "cli",
  );
  failOnProblems(
    stray.map(({ long, flags }) => ({
      code: "USAGE",
      message: `\`${command.name()}\` has no option '${long ?? flags}'.`,
      hint: `All options: \`${programName} ${command.name()} --help\`.`,
    })),
  );
}
