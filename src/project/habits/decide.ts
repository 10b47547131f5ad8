import type { HabitName } from "../../spec/habits.js";
import type { Near } from "./nearest.js";
import type { Sign } from "./signs.js";

/** A route file near a new one, and what it shows. */
export interface Witness extends Near {
  readonly signs: readonly Sign[];
}

/** What a habit is, and the files that show it. */
export interface Decided {
  readonly value: string;
  readonly from: readonly string[];
}

/**
 * What a habit is near a new route. Each file has one vote, shared out among what it shows; a vote counts half for each
 * folder that one has to go up from the new route, so that the nearest files decide where they agree, and many others where
 * they do not. Of equals the nearest wins. Pure.
 *
 * @param witnesses the nearest first.
 * @param mutates only what handlers of this kind show, if any near the route do.
 */
export function decide(
  habit: HabitName,
  witnesses: readonly Witness[],
  mutates?: boolean,
): Decided | undefined {
  const isSeen = (sign: Sign) => sign.habit === habit && (mutates === undefined || sign.mutates === mutates);
  const weights = new Map<string, { weight: number; from: string[] }>();
  for (const { path, up, signs } of witnesses) {
    const seen = signs.filter(isSeen);
    for (const { value } of seen) {
      const known = weights.get(value) ?? { weight: 0, from: [] };
      weights.set(value, {
        weight: known.weight + 2 ** -up / seen.length,
        from: known.from.at(-1) === path ? known.from : [...known.from, path],
      });
    }
  }
  // The sort is stable: of equals, the one that was seen first.
  const [winner] = [...weights].sort(([, a], [, b]) => b.weight - a.weight);
  if (!winner) return mutates === undefined ? undefined : decide(habit, witnesses);
  const [value, { from }] = winner;
  return { value, from };
}
