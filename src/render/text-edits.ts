/** A place in a text, in UTF-16 units, and what goes there instead: nothing is taken out where start and end are one. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; those at one place in the order in which they are given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let result = "";
  let at = 0;
  for (const edit of inOrder) {
    if (edit.start < at) throw new Error(`Two edits overlap at ${String(edit.start)}.`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
