import type { Place } from "./places.js";
import type { TextEdit } from "./text-edits.js";

/** New code and where it goes. */
export interface Insertion {
  readonly place: Place;
  readonly text: string;
  /** Whether it goes directly below what is there, without a blank line: imports below imports. */
  readonly isClose?: boolean;
}

/** Puts new code into a text, a blank line from what is around it and from one another. Pure. */
export function insertionEdits(text: string, insertions: readonly Insertion[]): TextEdit[] {
  const groups = new Map<string, [Insertion, ...Insertion[]]>();
  for (const insertion of insertions) {
    if (insertion.text === "") continue;
    const key = `${String(insertion.place.offset)} ${insertion.place.side}`;
    const group = groups.get(key);
    if (group) group.push(insertion);
    else groups.set(key, [insertion]);
  }
  return [...groups.values()].map((group) => groupEdit(text, group));
}

function groupEdit(text: string, [first, ...others]: [Insertion, ...Insertion[]]): TextEdit {
  const { offset, side } = first.place;
  const code = [first, ...others].map((insertion) => insertion.text).join("\n\n");
  if (side === "before") return { start: offset, end: offset, text: `${code}\n\n` };

  const rest = text.slice(offset);
  const lead = text.slice(0, offset).trim() === "" ? "" : first.isClose === true ? "\n" : "\n\n";
  // Without a semicolon, what follows could be read as a part of ours.
  const end = !/[;}]$/.test(code) && /^\s*[([`+\-/]/.test(rest) ? ";" : "";
  const isOnlyClose = first.isClose === true && others.length === 0;
  // Something else on the same line, or on the next one, gets its distance.
  const onSameLine = /^[ \t]*\S/.test(rest);
  const onNextLine = /^[ \t]*\r?\n[ \t]*\S/.test(rest) && !isOnlyClose;
  const tail = onSameLine ? "\n\n" : onNextLine ? "\n" : "";
  return { start: offset, end: offset, text: `${lead}${code}${end}${tail}` };
}
