/**
 * The patterns by which package managers find the packages of a workspace: `apps/*`, `packages/**`, `{a,b}/*`,
 * `!packages/x`. Source: npm, "workspaces"; pnpm, "pnpm-workspace.yaml". Pure but for the folders, which are handed in.
 */

/** The folders that the patterns name, sorted; `!` takes some of them out again. */
export function matchingFolders(
  patterns: readonly string[],
  foldersIn: (folder: string) => readonly string[],
): string[] {
  const all = patterns.flatMap(alternatives).map((pattern) => ({
    isExcluded: pattern.startsWith("!"),
    parts: pattern
      .replace(/^!/, "")
      .split("/")
      .filter((part) => part !== "" && part !== "."),
  }));
  const excluded = all.filter(({ isExcluded }) => isExcluded).map(({ parts }) => parts);
  const found = new Set(
    all.filter(({ isExcluded }) => !isExcluded).flatMap(({ parts }) => [...below("", parts, foldersIn)]),
  );
  return [...found].filter((folder) => !excluded.some((parts) => fits(folder.split("/"), parts))).sort();
}

function* below(
  folder: string,
  parts: readonly string[],
  foldersIn: (folder: string) => readonly string[],
): Generator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) {
    yield folder;
    return;
  }
  if (part === "..") return;
  if (part === "**") yield* below(folder, rest, foldersIn);
  // The names are looked up even without a star, so that a package that is not there is none.
  for (const name of foldersIn(folder)) {
    const place = folder === "" ? name : `${folder}/${name}`;
    if (part === "**") {
      if (name !== "node_modules" && !name.startsWith(".")) yield* below(place, parts, foldersIn);
    } else if (isLike(name, part)) yield* below(place, rest, foldersIn);
  }
}

function fits(folder: readonly string[], parts: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return folder.length === 0;
  if (part === "**") return folder.some((_, depth) => fits(folder.slice(depth), rest)) || fits([], rest);
  const [name, ...inner] = folder;
  return name !== undefined && isLike(name, part) && fits(inner, rest);
}

function isLike(name: string, part: string): boolean {
  if (!/[*?]/.test(part)) return name === part;
  if (name.startsWith(".") || name === "node_modules") return false;
  const pattern = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`).test(name);
}

/** `{a,b}/*` is `a/*` and `b/*`. */
function alternatives(pattern: string): string[] {
  const [all, before = "", inner = "", after = ""] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern) ?? [];
  return all === undefined
    ? [pattern]
    : inner.split(",").flatMap((each) => alternatives(`${before}${each}${after}`));
}
