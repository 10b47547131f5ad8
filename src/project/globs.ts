/**
 * Whether a list of globs takes a file in: the last one that matches decides, and `!` (or `!!`) leaves out. A glob that
 * matches a folder means everything in it. Source: Biome, "Configuration", section "Glob syntax reference".
 *
 * @param file relative to where the globs are written, with `/`.
 */
export function globsMatch(globs: readonly string[], file: string): boolean {
  const last = globs.findLast((glob) => patternOf(glob.replace(/^!+/, "")).test(file));
  return last !== undefined && !last.startsWith("!");
}

/** `*` and `?` stay in a folder, `**` does not; `[…]` and `{a,b}` are what they are elsewhere. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/^\.?\//, "")
    .replace(/\/+$/, "")
    .replace(/\*\*\/|\*\*|\*|\?|\[!|[[\]{},]|\\.|[^\w/]/g, (found) => parts[found] ?? escaped(found));
  return new RegExp(`^${source}(?:/.*)?$`);
}

const parts: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "[!": "[^",
  "[": "[",
  "]": "]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};

function escaped(found: string): string {
  return found.startsWith("\\") ? found : `\\${found}`;
}
