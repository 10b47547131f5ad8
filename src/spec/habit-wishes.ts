import type { Problem } from "../errors.js";
import { didYouMean } from "./closest.js";
import { habitNames, habitTable, isHabit, isHabitValue, type HabitName } from "./habits.js";

/** What was asked for instead of what the app shows. */
export type HabitWish = readonly [name: HabitName, value: string];

const option = "--habit";

/** Reads the texts of `--habit`: `response=NextResponse.json`; `none` stands for every habit as it is built in. Pure. */
export function parseHabitWishes(texts: readonly string[]): { wishes: HabitWish[]; problems: Problem[] } {
  const wishes: HabitWish[] = [];
  const problems: Problem[] = [];
  for (const text of texts) {
    if (text.trim() === "none") {
      for (const name of habitNames) wishes.push([name, habitTable[name].builtIn]);
      continue;
    }
    const [, name = text.trim(), value = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text) ?? [];
    const problem = wishProblem(name, value, option);
    if (problem) problems.push(problem);
    else if (isHabit(name)) wishes.push([name, value]);
  }
  return { wishes, problems };
}

/**
 * What is wrong with a habit that is asked for; undefined if nothing is.
 *
 * @param where what says it, as a message names it: `--habit`, or a key of a file.
 */
export function wishProblem(name: string, value: string, where: string): Problem | undefined {
  if (!isHabit(name)) {
    return {
      code: "HABIT_UNKNOWN",
      message: `"${name}" is no habit (${where}).`,
      hint: `${didYouMean(name, habitNames)}There are ${habitNames.join(", ")}.`,
    };
  }
  if (isHabitValue(name, value)) return undefined;
  const { values, decides } = habitTable[name];
  // A file has the name as a key.
  const start = where === option ? `${name}=` : "";
  return {
    code: "HABIT_UNKNOWN",
    message: `${
      value === "" ? "No value was given for" : `"${value}" is no value of`
    } the habit ${name} (${where}): ${decides}.`,
    hint:
      values.length === 0
        ? `Write it as ${name}=…`
        : `Write e.g. ${values.map((each) => `\`${start}${each}\``).join(", ")}.`,
  };
}
