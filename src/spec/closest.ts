import { distance } from "fastest-levenshtein";

/** The candidate that the word was probably meant to be: at most two edits, and half of it, away. */
export function closest<T extends string>(word: string, candidates: readonly T[]): T | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= 2 && edits <= candidate.length / 2)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate;
}

/** The start of a hint that names the {@link closest} candidate, with a space at its end; empty where none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates);
  return near === undefined ? "" : `Did you mean ${near}? `;
}
