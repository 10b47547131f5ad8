/**
 * The few forms of YAML in which package managers' files keep lists and tables of names: block and flow lists, nested
 * tables, quotes and comments. Not a YAML parser: what it does not know it leaves out. Pure.
 */

/** The lists and tables of a file, by their keys joined with `/`: `packages` a list, `catalogs/next15` a table. */
export interface YamlBlocks {
  /** The items of the list at a key. */
  readonly list: (key: string) => string[];
  /** The text at a key. */
  readonly text: (...keys: string[]) => string | undefined;
}

/** What a file says that is not there. */
export const noYamlBlocks: YamlBlocks = { list: () => [], text: () => undefined };

/** Reads those of the top-level keys that are named. */
export function readYamlBlocks(text: string, wanted: readonly string[]): YamlBlocks {
  const lists = new Map<string, string[]>();
  const texts = new Map<string, string>();
  let open: { key: string; indent: number }[] = [];

  for (const line of text.split(/\r?\n/)) {
    const content = withoutComment(line).trim();
    if (content === "" || content === "---") continue;
    const indent = line.length - line.trimStart().length;
    const item = /^-\s+(.*)$/.exec(content)?.[1];
    if (item !== undefined) {
      // A list may stand right below its key, without an indent.
      const owner = open.findLast((each) => each.indent <= indent);
      if (owner) add(lists, pathOf(open.slice(0, open.indexOf(owner) + 1)), unquoted(item));
      continue;
    }
    const found = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'[{][^:]*):(?:\s+(.*))?$/.exec(content);
    const key = found?.[1];
    if (key === undefined) continue;
    open = [...open.filter((each) => each.indent < indent), { key: unquoted(key), indent }];
    if (!wanted.includes(open[0]?.key ?? "")) continue;
    const value = found?.[2]?.trim() ?? "";
    const flow = /^\[(.*)\]$/.exec(value)?.[1];
    if (flow !== undefined) {
      for (const each of flow.split(","))
        if (each.trim() !== "") add(lists, pathOf(open), unquoted(each.trim()));
    } else if (value !== "") texts.set(pathOf(open), unquoted(value));
  }
  return {
    list: (key) => lists.get(key) ?? [],
    text: (...keys) => texts.get(keys.join("/")),
  };
}

function pathOf(open: readonly { key: string }[]): string {
  return open.map(({ key }) => key).join("/");
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}

/** A `#` starts a comment at the start of a line or behind a space, outside of quotes. */
function withoutComment(line: string): string {
  let quote: string | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index];
    const isFree = index === 0 || /\s/.test(line[index - 1] ?? "");
    if (quote !== undefined) quote = letter === quote ? undefined : quote;
    else if (letter === "#" && isFree) return line.slice(0, index);
    // Quotes in the middle of a word are letters.
    else if ((letter === '"' || letter === "'") && (isFree || line[index - 1] === "[")) quote = letter;
  }
  return line;
}

function unquoted(text: string): string {
  return /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text;
}
