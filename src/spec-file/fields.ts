import type { Problem } from "../errors.js";
import type { OptionRow } from "../option-row.js";
import { createOptions, routeFields, type OptionName } from "../options.js";
import { wishProblem, type HabitWish } from "../spec/habit-wishes.js";
import { isHabit } from "../spec/habits.js";
import { jsonKinds } from "../spec/json-kinds.js";
import type { RouteRequest } from "../spec/route-request.js";
import type { PlacedValue, Spot } from "./placed-value.js";
import { plainOf, wordFor } from "./plain-value.js";

/** Makes a problem of what is wrong at a place of the file. */
export type Tell = (at: Spot, message: string, hint: string) => Problem;

/** A field that an option stands for. */
export type FieldName = Exclude<OptionName & keyof RouteRequest, "routes">;

/** What is open to be said of a route, in the order of the help. `habits` stands in place of the option `habit`. */
export const fieldNames = ["route", ...routeFields.map((name) => (name === "habit" ? "habits" : name))];

/** Whether a key of an entry is the field of an option: `route` and `habits` are read by themselves. */
export function isFieldName(text: string): text is FieldName {
  return text !== "habit" && routeFields.some((name) => name === text);
}

/** The value of a field as the command line would give it, or what is wrong with it. */
export function readField(
  name: FieldName,
  value: PlacedValue,
  tell: Tell,
): { value: unknown } | { problems: Problem[] } {
  if (value.kind === "unread") return { problems: [] };
  const row: OptionRow = createOptions[name];
  const kind = jsonKinds[row.value];
  const plain = plainOf(value);
  if (kind.fits(plain)) return { value: kind.read(plain) };
  if (row.value === "list" && value.kind === "sequence") {
    const wrong = value.items.flatMap((item) =>
      item.kind === "unread" || (item.kind === "scalar" && typeof item.value === "string")
        ? []
        : tell(item.at, `${name} has ${wordFor(item)} in it, and takes strings only.`, remedy(item)),
    );
    return { problems: wrong };
  }
  const isSwitch = row.value === "flag" || row.value === "negated";
  const hint = isSwitch ? "Write true or false." : remedy(value);
  return { problems: [tell(value.at, `${name} has to be ${kind.name}, not ${wordFor(value)}.`, hint)] };
}

/** Reads a mapping of habits to their values, together with everything that is wrong with it. */
export function readHabitsField(
  value: PlacedValue,
  tell: Tell,
): { habits: HabitWish[]; problems: Problem[] } {
  if (value.kind === "unread") return { habits: [], problems: [] };
  if (value.kind !== "mapping") {
    const message = `habits has to be a mapping of habits to their values, not ${wordFor(value)}.`;
    return {
      habits: [],
      problems: [tell(value.at, message, "Write e.g. `habits: { request: NextRequest }`.")],
    };
  }
  const habits: HabitWish[] = [];
  const problems: Problem[] = [];
  for (const { key, keyAt, value: given } of value.entries) {
    const wish = given.kind === "scalar" && typeof given.value === "string" ? given.value : undefined;
    if (isHabit(key) && wish === undefined) {
      if (given.kind === "unread") continue;
      problems.push(
        tell(given.at, `habits.${key} has to be a string, not ${wordFor(given)}.`, remedy(given)),
      );
      continue;
    }
    const wrong = wishProblem(key, wish ?? "", `habits.${key}`);
    if (wrong)
      problems.push({
        ...tell(isHabit(key) ? given.at : keyAt, wrong.message, wrong.hint),
        code: wrong.code,
      });
    else if (isHabit(key) && wish !== undefined) habits.push([key, wish]);
  }
  return { habits, problems };
}

/** What to do about a value that is no string. */
export function remedy(value: PlacedValue): string {
  return value.kind === "scalar" && value.value === null
    ? "Give it a value, or leave it out."
    : "A text that looks like something else has to stand in quotes.";
}
