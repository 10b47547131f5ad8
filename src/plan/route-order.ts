import { placeholderOf } from "./url-tree.js";

/** In which order Next.js tries the segments of one position. */
const ranks = { "[]": 1, "[...]": 2, "[[...]]": 3 } as const;

/**
 * Compares two URLs, as segments, by the order in which Next.js matches them: at every position what ends there, then static
 * segments, `[id]`, `[...slug]`, `[[...slug]]`; static ones by their names. Source: Next.js, shared/lib/router/utils/sorted-routes.
 */
export function inMatchOrder(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const difference = rankOf(part) - rankOf(against);
    if (difference !== 0) return difference;
    if (part !== against) return part < against ? -1 : 1;
  }
  return one.length - other.length;
}

function rankOf(part: string): number {
  const placeholder = placeholderOf(part);
  return placeholder === undefined ? 0 : ranks[placeholder];
}
