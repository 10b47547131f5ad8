import type { Problem } from "../errors.js";
import type { Habit, Habits } from "../project/habits/habits.js";
import { habitTable, type HabitName } from "../spec/habits.js";
import { loggerFor } from "./logger.js";

/** Habits that only a file of the app can show how to follow: a wrapper, a logger, a guard. */
const shown = ["handlers", "logger", "guard"] as const satisfies readonly HabitName[];

/** What was asked for by its name and is seen nowhere near the route. Pure. */
export function unmetWishes(habits: Habits, folder: string): Problem[] {
  const wishes = habits.all.filter(
    ({ name, source }) => source !== "app" && shown.some((each) => each === name),
  );
  return wishes.filter((wish) => !isMet(wish, habits, folder)).map((wish) => unseen(wish, folder));
}

function isMet({ name, value }: Habit, habits: Habits, folder: string): boolean {
  const { values, builtIn }: { values: readonly string[]; builtIn: string } = habitTable[name];
  if (values.includes(value) || value === builtIn) return true;
  if (name === "logger") return loggerFor(habits, folder).call === value;
  return habits.neighbours.some(({ signs }) =>
    signs.some((sign) => sign.habit === name && sign.value === value),
  );
}

function unseen({ name, value }: Habit, folder: string): Problem {
  return {
    code: "HABIT_UNKNOWN",
    message: `No route file near ${folder} shows the habit ${name}=${value}: how to write it is not known.`,
    hint: `Ask for one that the app has, as \`--dry-run\` tells them, or for ${name}=${habitTable[name].builtIn}.`,
  };
}
