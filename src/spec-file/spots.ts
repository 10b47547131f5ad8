import type { Spot } from "./placed-value.js";

/** Tells the line and the column of an offset into the text. */
export function spotFinder(text: string): (offset: number) => Spot {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((found) => found.index + found[0].length)];
  return (offset) => {
    let line = 0;
    // The last line that starts at the offset or before it, by halves: a file can have many.
    for (let end = starts.length; line + 1 < end;) {
      const middle = (line + end) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else end = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
