import { createOptions, type CreateOptions, type OptionRow } from "../options.js";
import { quoted, type Shell } from "./shell.js";

/** The one line that says the same as routes and options do. Pure. */
export function commandLine(
  routes: readonly string[],
  options: Partial<CreateOptions>,
  shell: Shell,
): string {
  const given: Readonly<Record<string, unknown>> = options;
  const flags = Object.entries<OptionRow>(createOptions).flatMap(([name, row]) => wordsOf(row, given[name]));
  return [shell.tool, ...[...routes, ...flags].map((word) => quoted(word, shell))].join(" ");
}

/** An option as it is written: under its long name. */
function wordsOf({ flags, value }: OptionRow, given: unknown): string[] {
  const [flag = ""] = /--[\w-]+/.exec(flags) ?? [];
  if (value === "negated") return given === false ? [flag] : [];
  if (given === true) return [flag];
  if (typeof given === "string") return [flag, given];
  if (!Array.isArray(given)) return [];
  const texts = given.filter((text): text is string => typeof text === "string");
  // Methods are joined by commas; a habit has an option for each.
  return flag === "--methods" ? [flag, texts.join(",")] : texts.flatMap((text) => [flag, text]);
}
