import { expect } from "vitest";

/**
 * Holds what a file was against what became of it: every character is there in its order, every line as it was but for
 * the lists of names, methods and fallbacks that grew or shrank, and the ends of lines and of the file are the same.
 */
export function expectKept(before: string, after: string, about: string): void {
  expect(after.startsWith("\uFEFF"), `${about}: byte-order mark`).toBe(before.startsWith("\uFEFF"));
  if (before.trim() === "") return;
  expect(
    firstLost(Array.from(withTightImports(before)), Array.from(after)),
    `${about}: lost character`,
  ).toBeUndefined();
  const lines = before.replace(/^\uFEFF/, "").split(/\r?\n/);
  const growing = listLines(before);
  const left = lines.filter((_line, index) => !growing.has(index));
  expect(firstLost(left, after.replace(/^\uFEFF/, "").split(/\r?\n/)), `${about}: lost line`).toBeUndefined();
  if (before.includes("\r\n") && !/(?<!\r)\n/.test(before)) expect(after, about).not.toMatch(/(?<!\r)\n/);
  if (!before.includes("\r")) expect(after.includes("\r"), about).toBe(false);
  expect(/\s*$/.exec(after)?.[0], `${about}: end of the file`).toBe(/\s*$/.exec(before)?.[0]);
}

/** A list of imports that was printed over several lines has other blanks in it. */
function withTightImports(text: string): string {
  return text.replace(/^import\b[^;"']*?\{[^}]*\}/gm, (list) => list.replace(/\s+/g, ""));
}

/** The first item that is not found in its order; undefined if all are. */
function firstLost(items: readonly string[], among: readonly string[]): string | undefined {
  let at = 0;
  for (const item of items) {
    const found = among.indexOf(item, at);
    if (found === -1) return item;
    at = found + 1;
  }
  return undefined;
}

/** The lines in which a list may have grown: imports of the data module or of Next, and of methods. */
function listLines(text: string): ReadonlySet<number> {
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length - 1;
  const found = new Set<number>();
  for (const pattern of [
    /^import\b[^;]*?from\s*["'](\.\.?\/data(\.js)?|node:crypto|next\/server)["']/gm,
    /^.*\b(allow|methods|list)\b.*$/gim,
  ]) {
    for (const match of text.matchAll(pattern)) {
      for (let line = lineOf(match.index); line <= lineOf(match.index + match[0].length); line += 1)
        found.add(line);
    }
  }
  // Where several statements share a line, the line itself is broken.
  for (const [index, line] of text.split("\n").entries()) {
    if (/^[^ /*].*[;}] \w/.test(line) && !/^\}? ?(else|from|satisfies|\))/.test(line)) found.add(index);
  }
  return found;
}
