import { oppositeOf, type OptionRow } from "../option-row.js";
import { createOptions, type CreateOptions } from "../options.js";
import { commandMeant } from "../spec/command-meant.js";
import { isCommand } from "../spec/commands.js";
import { quoted, type Shell } from "./shell.js";

/** The one line that says the same as routes and options do. Pure. */
export function commandLine(
  routes: readonly string[],
  options: Partial<CreateOptions>,
  shell: Shell,
): string {
  const given: Readonly<Record<string, unknown>> = options;
  const flags = Object.entries<OptionRow>(createOptions).flatMap(([name, row]) => wordsOf(row, given[name]));
  return [shell.tool, ...[...routes.map(asRoute), ...flags].map((word) => quoted(word, shell))].join(" ");
}

/** A route that would be read as an option or as a command says that it is one by `./`. */
function asRoute(route: string): string {
  const isOther = route.startsWith("-") || isCommand(route) || commandMeant(route) !== undefined;
  return isOther ? `./${route}` : route;
}

/** An option as it is written: under its long name. */
function wordsOf({ flags, value }: OptionRow, given: unknown): string[] {
  const [flag = ""] = /--[\w-]+/.exec(flags) ?? [];
  const opposite = oppositeOf({ flags, value });
  if (opposite !== undefined) return given === undefined ? [] : [given === false ? flag : opposite];
  if (given === true) return [flag];
  // What may stand alone takes no value that looks like an option, unless it is held to it.
  if (typeof given === "string" && value === "optional-text" && given.startsWith("-"))
    return [`${flag}=${given}`];
  if (typeof given === "string") return [flag, given];
  if (!Array.isArray(given)) return [];
  const texts = given.filter((text): text is string => typeof text === "string");
  // Methods are joined by commas; a habit has an option for each.
  return flag === "--methods" && texts.length > 0
    ? [flag, texts.join(",")]
    : texts.flatMap((text) => [flag, text]);
}
