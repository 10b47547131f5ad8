import type { Problem } from "../errors.js";
import { isJsonObject } from "../json-object.js";
import type { OptionRow } from "../option-row.js";
import {
  allOptions,
  createOptions,
  type AnyOptionName,
  type AnyOptions,
  type CreateOptions,
} from "../options.js";
import { didYouMean } from "./closest.js";
import { wishProblem, type HabitWish } from "./habit-wishes.js";
import { isHabit } from "./habits.js";
import { jsonKinds } from "./json-kinds.js";
import { builtInTemplates, type KnownTemplates } from "./templates.js";

/** The defaults that a project sets for itself: some of the options, under their long names, and habits. */
export interface Settings {
  readonly options: Partial<AnyOptions>;
  readonly habits: readonly HabitWish[];
  /** Where they stand, as a message names it; undefined where there are none. */
  readonly file?: string;
}

/** Of a project that sets nothing. */
export const noSettings: Settings = { options: {}, habits: [] };

const rows: Readonly<Record<AnyOptionName, OptionRow>> = allOptions;

/** The options that a project can set. */
export const settingNames = (Object.keys(rows) as AnyOptionName[]).filter(
  (name) => rows[name].isSetting === true,
);

/**
 * Reads a project's settings, together with everything that is wrong with them. Pure.
 *
 * @param value the parsed JSON.
 * @param file where it stands, as a message names it.
 * @param templates those that can be named: the project may have some of its own.
 */
export function parseSettings(
  value: unknown,
  file: string,
  templates: KnownTemplates = builtInTemplates,
): { settings: Settings; problems: Problem[] } {
  if (!isJsonObject(value)) {
    return { settings: noSettings, problems: [invalid(`${file} is not an object.`, "Write `{ … }`.")] };
  }
  const options: Partial<Record<AnyOptionName, unknown>> = {};
  const habits: HabitWish[] = [];
  const problems: Problem[] = [];
  for (const [key, given] of Object.entries(value)) {
    if (key === "$schema") continue;
    if (key === "habits") {
      const found = habitsOf(given, file);
      habits.push(...found.habits);
      problems.push(...found.problems);
    } else if (!isSetting(key)) problems.push(unknownKey(key, file));
    else if (!jsonKinds[rows[key].value].fits(given)) problems.push(wrongValue(key, file));
    else if (!isChoice(key, given, templates)) problems.push(noChoice(key, given, file, templates));
    else if (misformed(key, given) !== undefined) problems.push(wrongForm(key, given, file));
    else options[key] = jsonKinds[rows[key].value].read(given);
  }
  return { settings: { options: options as Settings["options"], habits, file }, problems };
}

/** The options of the main job: what the command line says, else what the project sets. */
export function withSettings(options: CreateOptions, settings: Settings): CreateOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  // What other commands can be set to is nothing to this one.
  const set = Object.entries(settings.options).filter(([name]) => name in createOptions);
  return { ...options, ...(Object.fromEntries([...set, ...given]) as Partial<CreateOptions>) };
}

function habitsOf(value: unknown, file: string): { habits: HabitWish[]; problems: Problem[] } {
  if (!isJsonObject(value)) {
    return {
      habits: [],
      problems: [
        invalid(`habits in ${file} is not an object.`, 'Write e.g. `{ "request": "NextRequest" }`.'),
      ],
    };
  }
  const habits: HabitWish[] = [];
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(value)) {
    // A number or a boolean could read like a value, and still be none.
    if (isHabit(name) && typeof given !== "string") {
      problems.push(
        invalid(`"habits.${name}" in ${file} has to be a string.`, 'Put it in quotes, e.g. `"indent": "2"`.'),
      );
      continue;
    }
    const wish = typeof given === "string" ? given : "";
    const problem = wishProblem(name, wish, `habits.${name} in ${file}`);
    if (problem) problems.push({ ...problem, code: "CONFIG_INVALID" });
    else if (isHabit(name)) habits.push([name, wish]);
  }
  return { habits, problems };
}

function isSetting(key: string): key is AnyOptionName {
  return settingNames.some((name) => name === key);
}

/** Whether a value is one of those that the option takes, where they are known. */
function isChoice(key: AnyOptionName, given: unknown, templates: KnownTemplates): boolean {
  const names = choiceNames(key, templates);
  return names === undefined || typeof given !== "string" || names.includes(given.trim().toLowerCase());
}

function choiceNames(key: AnyOptionName, templates: KnownTemplates): readonly string[] | undefined {
  return key === "template" ? [...templates.keys()] : rows[key].choices?.map(({ name }) => name);
}

function noChoice(key: AnyOptionName, given: unknown, file: string, templates: KnownTemplates): Problem {
  const names = choiceNames(key, templates) ?? [];
  return invalid(
    `"${key}" in ${file} is ${JSON.stringify(given)}, which is none of its values.`,
    `${didYouMean(String(given), names)}There are ${names.join(", ")}.`,
  );
}

/** The first of the values that do not look as the option's have to. */
function misformed(key: AnyOptionName, given: unknown): string | undefined {
  const { form } = rows[key];
  const texts = [given].flat().filter((text) => typeof text === "string");
  return form && texts.find((text) => !new RegExp(form.pattern, "u").test(text));
}

function wrongForm(key: AnyOptionName, given: unknown, file: string): Problem {
  return invalid(
    `${JSON.stringify(misformed(key, given))} in "${key}" of ${file} is not ${rows[key].form?.is ?? "one"}.`,
    rows[key].form?.hint ?? "",
  );
}

function unknownKey(key: string, file: string): Problem {
  const names = [...settingNames, "habits"];
  return invalid(
    `"${key}" in ${file} is no setting.`,
    `${didYouMean(key, names)}There are ${names.join(", ")}.`,
  );
}

function wrongValue(key: AnyOptionName, file: string): Problem {
  return invalid(
    `"${key}" in ${file} has to be ${jsonKinds[rows[key].value].name}.`,
    "Mend it and run the command again.",
  );
}

function invalid(message: string, hint: string): Problem {
  // A file keeps its name; "the key … of package.json" begins a sentence.
  return { code: "CONFIG_INVALID", message: message.replace(/^the /, "The "), hint };
}
