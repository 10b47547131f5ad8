import type { Warning } from "../model.js";
import type { ConfigOption, ReadOption } from "./config-option.js";
import { defaultNextConfig, type NextConfig } from "./next-defaults.js";

const options: { readonly [Name in keyof NextConfig]: ConfigOption<NextConfig[Name]> } = {
  pageExtensions: {
    paths: [["pageExtensions"]],
    read: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string")
        ? value
        : undefined,
    assumed: "the endings are tsx, ts, jsx and js",
  },
  basePath: {
    paths: [["basePath"]],
    read: (value) => (typeof value === "string" && value.startsWith("/") ? value : undefined),
    assumed: "there is none",
  },
  isExported: {
    paths: [["output"]],
    read: (value) => value === "export",
    assumed: 'it is not "export"',
  },
  cacheComponents: {
    // Next 16 moves it out of `experimental`, over what is set outside; before 15.6 it was called dynamicIO. `useCache`
    // and `ppr` switch other things on. Source: Next.js 15.5 and 16.4, dist/server/config.js.
    paths: [["experimental", "cacheComponents"], ["cacheComponents"], ["experimental", "dynamicIO"]],
    read: (value) => value === true,
    assumed: "it is off",
  },
};

const optionNames = Object.keys(options) as (keyof NextConfig)[];

/**
 * Reads what next.config says, without running it. What only a run can tell is taken to be Next's default, with a
 * warning. The text is parsed only where one of the options is named, or where the object is made of what is imported.
 *
 * @param file the name of the file, for the warnings.
 * @param parse throws a SyntaxError for a text that does not parse.
 */
export async function readNextConfig(
  file: string,
  text: string,
  parse: (text: string) => Promise<ReadOption>,
): Promise<{ config: NextConfig; warnings: Warning[] }> {
  const named = isMadeElsewhere(text) ? optionNames : optionNames.filter((name) => isNamed(name, text));
  if (named.length === 0) return { config: defaultNextConfig, warnings: [] };

  let read: ReadOption;
  try {
    read = await parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      config: defaultNextConfig,
      warnings: named.map((name) => assumed(file, name, "the file does not parse")),
    };
  }
  let config = defaultNextConfig;
  const warnings: Warning[] = [];
  const unread = new Map<string, (keyof NextConfig)[]>();
  for (const name of named) {
    const found = read(options[name]);
    if (!found) warnings.push(assumed(file, name, "its value is known only when the file is run"));
    else if (found.value !== undefined) config = { ...config, [name]: found.value };
    for (const source of found?.unread ?? []) unread.set(source, [...(unread.get(source) ?? []), name]);
  }
  for (const [source, names] of unread) warnings.push(notRead(file, source, names));
  return { config, warnings };
}

/** A cheap look at the text: `output: "standalone"`, which many apps have, says nothing that is asked here. */
function isNamed(name: keyof NextConfig, text: string): boolean {
  const code = name === "isExported" ? text.replace(/\boutput\s*:\s*["']standalone["']/g, "") : text;
  return options[name].paths.some((path) => new RegExp(`\\b${path.at(-1) ?? ""}\\b`).test(code));
}

const imports =
  /\bimport\s+([\w$*{}\s,]+?)\s+from\b|\b(?:const|let|var)\s+([^=;]+?)\s*=\s*\(?\s*(?:await\s+import|require)\s*\(/g;

/** A cheap look at the text: whether an imported object is spread, exported, or given to a plugin. */
function isMadeElsewhere(text: string): boolean {
  if (
    /\bexport\s*\{[^}]*\bdefault\b[^}]*\}\s*from\b|(?:\.\.\.|\bexports?\s*=)\s*\(?\s*(?:await\s+import|require)\s*\(/.test(
      text,
    )
  )
    return true;
  const names = Array.from(text.matchAll(imports), ([, one, other]) => one ?? other ?? "");
  return names
    .flatMap((clause) => clause.match(/[\w$]+/g) ?? [])
    .some((name) =>
      new RegExp(
        `(?:\\.\\.\\.|\\bdefault\\s+|(?<![=!])=\\s*|\\(\\s*)${name.replaceAll("$", "\\$")}(?![\\w$]|\\s*\\()`,
      ).test(text),
    );
}

function notRead(file: string, source: string, names: readonly (keyof NextConfig)[]): Warning {
  return {
    code: "CONFIG_ASSUMED",
    message: `${file} takes options from ${source}, which is not read: assumed that it sets none of ${names
      .map((name) => spellingOf(name))
      .join(", ")}.`,
  };
}

function spellingOf(name: keyof NextConfig): string {
  return options[name].paths[0]?.at(-1) ?? name;
}

function assumed(file: string, name: keyof NextConfig, why: string): Warning {
  return {
    code: "CONFIG_ASSUMED",
    message: `${file} sets ${spellingOf(name)}, but ${why}: assumed that ${options[name].assumed}.`,
  };
}
