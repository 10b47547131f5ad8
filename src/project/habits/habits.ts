import { habitNames, habitTable, type HabitName } from "../../spec/habits.js";
import type { HandlerForm } from "../handler-forms.js";
import { decide, type Decided, type Witness } from "./decide.js";
import type { GuardSeen } from "./guards.js";
import type { NeededImport, TopLevel } from "./transplant.js";

/** A route file near a new one: what it shows, and what of it another file could use. Plain data, that a run can leave to the next. */
export interface Neighbour extends Witness, TopLevel {
  readonly guards: readonly GuardSeen[];
  readonly wrapped: readonly WrapperSeen[];
}

/** A handler that goes through a wrapper as one of another file could. */
export interface WrapperSeen {
  readonly form: HandlerForm;
  /** What the call around its function imports. */
  readonly imports: readonly NeededImport[];
}

/** A habit that a route is written in, and why. */
export interface Habit {
  readonly name: HabitName;
  readonly value: string;
  /** Who says so: the command line, the config, or files of the app. */
  readonly source: "option" | "config" | "app";
  /** The files that show it, relative to the project root; of the app only. */
  readonly from: readonly string[];
}

/** What was asked for instead of what the app shows. */
export type HabitWishes = ReadonlyMap<HabitName, HabitWish>;

/** The value that a habit is to have, and who asks for it. */
export interface HabitWish {
  readonly value: string;
  readonly source: "option" | "config";
}

/** How new code at one place of an app is to be written. What is not among the habits is built in. */
export interface Habits {
  readonly all: readonly Habit[];
  /** What it is where handlers only read, and where they change something: a wrapper is often for one of the two. */
  readonly handlers: { readonly reads: Habit | undefined; readonly changes: Habit | undefined };
  readonly neighbours: readonly Neighbour[];
}

/** An app that shows nothing. */
export const noHabits: Habits = {
  all: [],
  handlers: { reads: undefined, changes: undefined },
  neighbours: [],
};

/**
 * The habits at a place: what was asked for, else what the nearest files show. A file that is there already is its own
 * example, and the files around it tell only what it does not show. Pure.
 *
 * @param neighbours the nearest first.
 */
export function habitsOf(neighbours: readonly Neighbour[], wishes: HabitWishes): Habits {
  const own = neighbours.filter(({ up, down }) => up === 0 && down === 0);
  const seen = (name: HabitName, mutates?: boolean): Decided | undefined =>
    decide(name, own, mutates) ?? decide(name, neighbours, mutates);
  const habit = (name: HabitName, mutates?: boolean): Habit | undefined => {
    const wish = wishes.get(name);
    if (wish) return { name, ...wish, from: [] };
    const found = seen(name, mutates);
    return found && { name, source: "app", ...found };
  };
  const handlers = { reads: habit("handlers", false), changes: habit("handlers", true) };
  const isPlain = ({ value }: Habit) => value === "function" || value === "arrow";
  // A wrapper is for one of the two; with or without an arrow is how a whole file is written.
  if (handlers.reads && handlers.changes && isPlain(handlers.reads) && isPlain(handlers.changes)) {
    const either = habit("handlers");
    if (either && isPlain(either)) handlers.reads = handlers.changes = either;
  }
  return {
    all: habitNames.flatMap((name) => (name === "handlers" ? bothWays(handlers) : habit(name)) ?? []),
    handlers,
    neighbours,
  };
}

/** The habits without that of handlers in some wrappers, unless they were asked for. Pure. */
export function withoutWrappers(habits: Habits, names: ReadonlySet<string>): Habits {
  if (names.size === 0) return habits;
  const kept = (habit: Habit | undefined) =>
    habit?.source === "app" && names.has(habit.value) ? undefined : habit;
  const handlers = { reads: kept(habits.handlers.reads), changes: kept(habits.handlers.changes) };
  const all = habits.all.flatMap((habit) => (habit.name === "handlers" ? (bothWays(handlers) ?? []) : habit));
  return { ...habits, all, handlers };
}

/** The two in one: where they differ, each says what it is for. */
function bothWays({ reads, changes }: Habits["handlers"]): Habit | undefined {
  if (!reads || !changes || reads.value === changes.value) return reads ?? changes;
  return {
    ...reads,
    value: `${reads.value} to read, ${changes.value} to change`,
    from: [...new Set([...reads.from, ...changes.from])],
  };
}

/** What a habit is; what is built in where nothing says otherwise. */
export function valueOf({ all }: Habits, name: HabitName): string {
  return all.find((habit) => habit.name === name)?.value ?? habitTable[name].builtIn;
}
