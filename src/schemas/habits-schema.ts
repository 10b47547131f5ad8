import { habitNames, habitTable, type HabitName, type HabitRow } from "../spec/habits.js";
import { closedObject, type Schema } from "./json-schema.js";

/** An object of habits and the values that each can have. */
export const habitsSchema: Schema = {
  description: "Habits to write in, instead of those that the app's own route files show.",
  ...closedObject({}, Object.fromEntries(habitNames.map((name) => [name, habitSchema(name)]))),
};

/** What `isHabitValue` says of a habit, as a schema. */
function habitSchema(name: HabitName): Schema {
  const { decides, values, pattern, builtIn }: HabitRow = habitTable[name];
  return { description: `${decides} (built in: ${builtIn})`, type: "string", ...valuesOf(values, pattern) };
}

function valuesOf(values: readonly string[], pattern: RegExp | undefined): Schema {
  if (pattern) return { anyOf: [{ enum: values }, { pattern: pattern.source }] };
  return values.length === 0 ? {} : { enum: values };
}
