import { diffLines } from "diff";
import type { RenderedFile } from "../model.js";
import type { Format } from "./formatted.js";

/**
 * What goes into a file that is there, with handlers added. It is formatted only if it was formatted before, so that
 * nothing changes but what was added; every line that the edit leaves has to be left then too.
 *
 * @param edit adds the text of some handlers to the file.
 */
export async function editedText<T extends { readonly text: string }>(
  { path, text, unbroken }: RenderedFile,
  before: string,
  edit: (handlers: string) => T,
  format: Format,
): Promise<T> {
  const edited = edit(text);
  if ((await format(path, before)) !== before) return edited;
  const formatted = await format(path, edit(unbroken).text);
  if (formatted === undefined || !keepsLines(keptLines(before, edited.text), formatted)) return edited;
  return { ...edited, text: formatted };
}

function keptLines(before: string, after: string): string[] {
  const kept = diffLines(before, after).filter(({ added, removed }) => !added && !removed);
  return kept.flatMap(({ value }) => value.split("\n")).filter((line) => line.trim() !== "");
}

/** Whether the lines are in the text, in their order. */
function keepsLines(lines: readonly string[], text: string): boolean {
  let at = 0;
  for (const line of text.split("\n")) if (line === lines[at]) at += 1;
  return at === lines.length;
}
