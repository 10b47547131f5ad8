import { oppositeOf, type OptionRow } from "../option-row.js";
import { allOptions, generalOptions, type AnyOptionName } from "../options.js";
import { isCommand, type CommandName } from "../spec/commands.js";

/** A command line that is being typed, as far as completing it needs to know. */
export interface TypedLine {
  /** Undefined for the main job, and while it may still become one. */
  readonly command: CommandName | undefined;
  /** How many routes or arguments are there already. */
  readonly operands: number;
  /** The options that are there already, with their last values. */
  readonly given: ReadonlyMap<AnyOptionName, string | undefined>;
  /** What is being typed, without what stands before it in the same word. */
  readonly text: string;
  /** `--template=` where the value is typed in one word with its option. */
  readonly before: string;
  /** What the text has to be: the value of an option, an option or an argument, or an argument alone behind `--`. */
  readonly wants: AnyOptionName | "anything" | "argument";
}

/** Reads the words behind the tool's name; the last one is being typed, and may be empty. Pure. */
export function readTyped(words: readonly string[]): TypedLine {
  const given = new Map<AnyOptionName, string | undefined>();
  const typed = words.at(-1) ?? "";
  let command: CommandName | undefined;
  let operands = 0;
  let wants: TypedLine["wants"] = "anything";
  for (const word of words.slice(0, -1)) {
    const option: Named | undefined =
      wants !== "argument" && word.startsWith("-") ? optionIn(word) : undefined;
    const isMissing = wants in allOptions && isOptional(wants as AnyOptionName) && word.startsWith("-");
    if (wants in allOptions && !isMissing) {
      given.set(wants as AnyOptionName, word);
      wants = "anything";
    } else if (option) {
      given.set(option.name, option.value);
      wants = takesValue(option.name) && option.value === undefined ? option.name : "anything";
    } else if (word === "--") wants = "argument";
    else if (wants === "argument" || !word.startsWith("-")) {
      if (operands === 0 && command === undefined && wants !== "argument" && isCommand(word)) command = word;
      else operands += 1;
    } else wants = "anything";
  }

  const line = { command, operands, given };
  if (wants in allOptions && !(isOptional(wants as AnyOptionName) && typed.startsWith("-")))
    return { ...line, text: typed, before: "", wants };
  const [, before = "", text = ""] = /^(--[\w-]+=)(.*)$/s.exec(typed) ?? [];
  const own = wants === "argument" ? undefined : optionIn(before.slice(0, -1));
  if (own && takesValue(own.name)) return { ...line, text, before, wants: own.name };
  return { ...line, text: typed, before: "", wants: wants === "argument" ? wants : "anything" };
}

/** The names of an option, as its flags have them: `-m`, `--methods`. */
export function namesOf(flags: string): { long: string; short: string | undefined } {
  return { long: /--[\w-]+/.exec(flags)?.[0] ?? "", short: /^-\w(?=,)/.exec(flags)?.[0] };
}

const rows = Object.entries<OptionRow>(allOptions).map(([name, row]) => ({
  name: name as AnyOptionName,
  ...namesOf(row.flags),
  opposite: oppositeOf(row),
}));
const general = Object.values(generalOptions).map(({ flags }) => namesOf(flags).short);

interface Named {
  readonly name: AnyOptionName;
  /** Where it is in one word with the option. */
  readonly value: string | undefined;
}

/** The option that a word names, the last one of several: `--base=app`, `-mGET`, `-yq`. */
function optionIn(word: string): Named | undefined {
  if (word.startsWith("--")) {
    const [flag, ...value] = word.split("=");
    const row = rows.find(({ long, opposite }) => long === flag || opposite === flag);
    return row && { name: row.name, value: value.length > 0 ? value.join("=") : undefined };
  }
  const [letter, ...rest] = word.slice(1);
  const row = rows.find(({ short }) => short === `-${letter ?? ""}`);
  if (!row)
    return general.includes(`-${letter ?? ""}`) && rest.length > 0
      ? optionIn(`-${rest.join("")}`)
      : undefined;
  if (rest.length === 0) return { name: row.name, value: undefined };
  return takesValue(row.name) ? { name: row.name, value: rest.join("") } : optionIn(`-${rest.join("")}`);
}

function takesValue(name: AnyOptionName): boolean {
  const { value }: OptionRow = allOptions[name];
  return value !== "flag" && value !== "negated";
}

function isOptional(name: AnyOptionName): boolean {
  return allOptions[name].value === "optional-text";
}
