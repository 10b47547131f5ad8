import { isSet, type SyntaxNode } from "../syntax/module-syntax.js";
import { identifiersIn } from "../project/names.js";
import type { TextEdit } from "../render/text-edits.js";

/**
 * The edits that give names of a module to other ones, wherever they are used below a node.
 *
 * @param renames what each name becomes; the new ones may be expressions, like `globalThis.Response`.
 */
export function renameEdits(node: SyntaxNode, renames: ReadonlyMap<string, string>): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const {
    node: { start },
    name,
    parent,
  } of identifiersIn(node)) {
    const to = renames.get(name);
    if (to === undefined) continue;
    // `{ id }` says the key and the value in one.
    const isShorthand = parent?.type === "Property" && isSet(parent, "shorthand");
    edits.set(start, { start, end: start + name.length, text: isShorthand ? `${name}: ${to}` : to });
  }
  return [...edits.values()];
}

/** A name that is not taken: the wanted one, or with a number. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted}${String(number)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
