import { valueOf, type Habits } from "../project/habits/habits.js";
import { habitTable } from "../spec/habits.js";
import type { ImportNeed } from "./import-lines.js";
import { movedImports } from "./moved-imports.js";

/** What a catch block calls, with `message` and `error` in their places, and what that has to import. */
export interface Logger {
  readonly call: string;
  readonly imports: readonly ImportNeed[];
}

/** The logger of the nearest file that has the one that is the habit; the console where there is none to import. */
export function loggerFor(habits: Habits, folder: string): Logger {
  const call = valueOf(habits, "logger");
  const [, root = "console"] = /^(\w+)/.exec(call) ?? [];
  if (root === "console") return { call, imports: [] };
  for (const { path, signs, imports: all } of habits.neighbours) {
    if (!signs.some(({ habit, value }) => habit === "logger" && value === call)) continue;
    const needs = all.filter(({ local }) => local === root);
    const imports = movedImports(needs, path, folder);
    if (imports && imports.length > 0) return { call, imports };
  }
  return { call: habitTable.logger.builtIn, imports: [] };
}
