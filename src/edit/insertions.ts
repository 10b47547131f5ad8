import type { RouteFile } from "../project/route-file.js";
import type { Place } from "./places.js";
import type { TextEdit } from "../render/text-edits.js";

/** Statements that are to stand at a place. */
export interface Block {
  readonly place: Place;
  readonly text: string;
  /** What keeps it from what is before it. */
  readonly gap: "\n" | "\n\n";
  /** Whether its last statement ends by itself, as a function does and an expression without a semicolon does not. */
  readonly isClosed: boolean;
}

/** Puts blocks at their places, a blank line from what is around them; those at one place one behind the other. Pure. */
export function insertions(file: RouteFile, blocks: readonly Block[]): TextEdit[] {
  const byPlace = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.text === "") continue;
    const key = `${block.place.side} ${String(block.place.offset)}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), block]);
  }
  return [...byPlace.values()].map((atOne) => insertion(file, atOne));
}

function insertion({ text, syntax }: RouteFile, blocks: readonly Block[]): TextEdit {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) throw new Error("Nothing is to be inserted.");
  const { offset, side } = first.place;
  const start = text.slice(0, offset);
  const rest = text.slice(offset);
  const added = blocks.map((block, index) => (index === 0 ? "" : block.gap) + block.text).join("");
  const isOpen = !last.isClosed && !added.endsWith(";");
  const end = isOpen && continues.test(codeAt(offset, text, syntax.comments)) ? ";" : "";
  if (side === "before") {
    const lead = /[^\s\uFEFF][ \t]*$/.test(start) ? "\n\n" : "";
    return { start: offset, end: offset, text: `${lead}${added}${end}\n\n` };
  }
  const lead = start.trim() === "" ? "" : first.gap;
  // Something else on the same line, or on the next without a blank line between, gets one.
  const isOnLine = /^[ \t]*\S/.test(rest);
  const isCrowded = /^[ \t]*\r?\n[ \t]*\S/.test(rest) && last.gap === "\n\n";
  const tail = isOnLine ? "\n\n" : isCrowded ? "\n" : "";
  return { start: offset, end: offset, text: `${lead}${added}${end}${tail}` };
}

/** What would be read as a part of a statement before it that has no semicolon. Source: ECMAScript, 12.10.3. */
const continues = /^(?:[([`/<]|\+(?!\+)|-(?!-))/;

/** The code from an offset on, without the blanks and comments before it. */
function codeAt(offset: number, text: string, comments: RouteFile["syntax"]["comments"]): string {
  const rest = text.slice(offset).trimStart();
  const at = text.length - rest.length;
  const comment = comments.find(({ start }) => start === at);
  return comment ? codeAt(comment.end, text, comments) : rest;
}
