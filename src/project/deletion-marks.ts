import { wordsOf } from "../spec/words.js";

const marks: ReadonlySet<string> = new Set([
  "deleted",
  "deleted at",
  "deleted on",
  "deleted by",
  "is deleted",
]);

/** Whether a column says that a row is as good as deleted: no body is to bury a row with it, or to bring one back. Pure. */
export function isDeletionMark(column: string): boolean {
  return marks.has(wordsOf(column).join(" "));
}
