import type { RouteFile } from "../project/route-file.js";
import { namesDeclaredBy } from "../project/names.js";
import { renameEdits } from "./names.js";
import { plainCode } from "./plain-code.js";
import type { Piece } from "./pieces.js";
import { applyEdits } from "../render/text-edits.js";

/** The text of a piece, or of a part of it from an offset on, with other names. */
export function renamed(
  piece: Piece,
  from: number,
  ours: string,
  renames: ReadonlyMap<string, string>,
): string {
  const edits = renameEdits(piece.node, renames).map(({ start, end, text }) => ({
    start: start - from,
    end: end - from,
    text,
  }));
  return applyEdits(ours.slice(from, piece.end), edits);
}

/** The pieces of new code that the file has already. */
export interface Kept {
  readonly pieces: ReadonlySet<Piece>;
  /** What a kept piece is called in the file, where that is not what we call it. */
  readonly renames: ReadonlyMap<string, string>;
}

/** What the file has already, word for word but for a number behind its name: then the new handlers use that. */
export function reusable(
  pieces: readonly Piece[],
  ours: string,
  borrowed: ReadonlyMap<string, string>,
  file: RouteFile,
): Kept {
  const there = new Map(
    file.syntax.program.body.flatMap((statement) =>
      namesDeclaredBy(statement).map(
        (name) => [name, file.text.slice(statement.start, statement.end)] as const,
      ),
    ),
  );
  const kept = new Set<Piece>();
  const renames = new Map<string, string>();
  for (const piece of pieces) {
    const [name] = piece.names;
    if (name === undefined) continue;
    // An export of the same name is the file's own choice: its segment config stays what it is.
    const isExport = /^export\b/.test(ours.slice(piece.node.start));
    const found = [...there].find(([other, text]) =>
      isExport
        ? other === name
        : isNumbered(other, name) &&
          plainCode(text) ===
            plainCode(renamed(piece, piece.node.start, ours, new Map([...borrowed, [name, other]]))),
    );
    if (!found) continue;
    kept.add(piece);
    if (found[0] !== name) renames.set(name, found[0]);
  }
  return { pieces: kept, renames };
}

/** Whether a name is one that `freeName` makes of another. */
function isNumbered(name: string, wanted: string): boolean {
  return name.startsWith(wanted) && /^\d*$/.test(name.slice(wanted.length));
}
