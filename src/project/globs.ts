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

/**
 * `*` and `?` stay in a folder, `**` does not; `[…]` and `{a,b}` are what they are elsewhere, and characters like any other where they
 * are not closed. What makes no pattern, as `[z-a]`, matches nothing.
 */
function patternOf(glob: string): RegExp {
  const hasChoices = areClosed(glob);
  let depth = 0;
  const source = glob
    .replace(/^\.?\//, "")
    .replace(/\/+$/, "")
    .replace(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|\\.|[^\w/]/g, (found) => {
      if (found.length > 2 && found.startsWith("["))
        return `[${found.slice(1, -1).replace(/^!/, "^").replaceAll("[", "\\[")}]`;
      if (hasChoices && found === "{") depth += 1;
      if (hasChoices && found === "}") depth -= 1;
      const isChoice = hasChoices && (found === "," ? depth > 0 : found === "{" || found === "}");
      return isChoice ? (choices[found] ?? found) : (wildcards[found] ?? escaped(found));
    });
  try {
    return new RegExp(`^${source}(?:/.*)?$`);
  } catch {
    return /(?!)/;
  }
}

const wildcards: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
};

const choices: Readonly<Record<string, string>> = { "{": "(?:", "}": ")", ",": "|" };

/** Whether every `{` is closed behind it. */
function areClosed(glob: string): boolean {
  let depth = 0;
  for (const [found] of glob.matchAll(/\\.|[{}]/g)) {
    if (found === "{") depth += 1;
    if (found === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function escaped(found: string): string {
  return found.startsWith("\\") ? found : `\\${found}`;
}
