import type { FileChange } from "../model.js";
import type { Habit } from "../project/habits/habits.js";
import type { Colors } from "./colors.js";

/** Which habits the new code follows, and what shows them: one list for each group of files that share them. */
export function habitsText(changes: readonly FileChange[], colors: Colors): string[] {
  const groups = new Map<string, { paths: string[]; habits: readonly Habit[] }>();
  for (const { action, path, purpose } of changes) {
    if (purpose.kind !== "route" || action === "unchanged" || purpose.habits.length === 0) continue;
    const key = JSON.stringify(purpose.habits);
    groups.set(key, { paths: [...(groups.get(key)?.paths ?? []), path], habits: purpose.habits });
  }
  return [...groups.values()].map(({ paths, habits }) => {
    const names = Math.max(...habits.map(({ name }) => name.length));
    const values = Math.max(...habits.map(({ value }) => value.length));
    const lines = habits.map(
      (habit) =>
        `  ${habit.name.padEnd(names)}  ${habit.value.padEnd(values)}  ${colors.dim(shownBy(habit))}`,
    );
    return [`Habits that ${paths.join(", ")} ${paths.length === 1 ? "follows" : "follow"}:`, ...lines].join(
      "\n",
    );
  });
}

function shownBy({ source, from }: Habit): string {
  if (source !== "app") return source === "option" ? "--habit" : "the config";
  const [first = "", ...others] = from;
  return others.length === 0 ? first : `${first} and ${String(others.length)} more`;
}

/** The same in a sentence: the file that the new code is most like. */
export function likeness(changes: readonly FileChange[]): string | undefined {
  const files = new Map<string, number>();
  for (const { action, purpose } of changes) {
    if (purpose.kind !== "route" || action !== "create") continue;
    for (const { from } of purpose.habits)
      for (const file of from) files.set(file, (files.get(file) ?? 0) + 1);
  }
  const [first, ...others] = [...files].sort(([, a], [, b]) => b - a).map(([file]) => file);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? "" : ` and ${String(others.length)} more`;
  const it = others.length === 0 ? "it" : "them";
  return `Written like ${first}${more}; before a run, --dry-run shows what is taken from ${it}.`;
}
