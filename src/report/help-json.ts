import { mainExamples, mainSummary } from "../help.js";
import { oppositeOf, type OptionRow } from "../option-row.js";
import { createOptions, generalOptions, optionsOf, type OptionName } from "../options.js";
import { commandTable, type CommandName } from "../spec/commands.js";
import { helpDocument } from "./json.js";

/** The JSON document of `--help`: the same tables, for programs. */
export function helpJson(
  tool: string,
  of: CommandName | undefined,
  here: Readonly<Partial<Record<OptionName, string>>>,
): string {
  const row = of === undefined ? undefined : commandTable[of];
  const options = of === undefined ? Object.entries<OptionRow>(createOptions) : optionsOf(of);
  const argument = of === undefined ? "[route...]" : row && "argument" in row ? row.argument.name : undefined;
  const name = of === undefined ? tool : `${tool} ${of}`;
  const help = {
    name,
    summary: row?.summary ?? mainSummary,
    usage: [name, "[options]", ...(argument === undefined ? [] : [argument])].join(" "),
    arguments: argument === undefined ? [] : [argument],
    options: [
      ...Object.entries(generalOptions).map(([key, option]) => ({ name: key, ...option })),
      ...options.map(([key, option]) => optionOf(key, option, here[key as OptionName])),
    ],
    commands:
      of === undefined
        ? Object.entries(commandTable).map(([command, { summary }]) => ({ name: command, summary }))
        : [],
    examples: examplesIn(row?.examples ?? mainExamples),
  };
  return helpDocument(help);
}

function optionOf(name: string, row: OptionRow, here: string | undefined): object {
  const { flags, help, group, builtIn, choices } = row;
  const opposite = oppositeOf(row);
  return {
    name,
    flags,
    help,
    group,
    ...(opposite === undefined ? {} : { opposite }),
    ...(builtIn === undefined ? {} : { default: builtIn }),
    ...(here === undefined ? {} : { here }),
    ...(choices === undefined ? {} : { choices }),
  };
}

/** The commands of the lines that start with a prompt, without what stands behind them to explain. */
export function examplesIn(text: string): string[] {
  return [...text.matchAll(/^ {2}\$ (.+?)(?: {2,}.*)?$/gm)].flatMap(([, command]) => command ?? []);
}
