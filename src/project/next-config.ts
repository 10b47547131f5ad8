import type { Warning } from "../model.js";
import { configProgram, type ConfigProgram } from "./config-program.js";
import { absent, computed, possibleValues, unseen } from "./config-values.js";
import type { ModuleSyntax } from "./module-syntax.js";

/** What a run has to know of the app's next.config. Source: Next.js, "next.config.js". */
export interface NextConfig {
  /** The endings of pages and routes, without the leading dot. */
  readonly pageExtensions: readonly string[];
  /** What every URL begins with, e.g. `/docs`; empty for none. */
  readonly basePath: string;
  /** Whether the app is exported as files (`output: "export"`): nothing is left to answer but GETs made at build. */
  readonly isExported: boolean;
  readonly cacheComponents: boolean;
}

/** Next's defaults. */
export const defaultNextConfig: NextConfig = {
  pageExtensions: ["tsx", "ts", "jsx", "js"],
  basePath: "",
  isExported: false,
  cacheComponents: false,
};

interface ConfigOption<T> {
  /** Where Next takes it from; of several places that set it, the first counts. */
  readonly paths: readonly (readonly string[])[];
  /** What a value means; undefined for one that Next does not take. */
  readonly read: (value: unknown) => T | undefined;
  /** What is assumed where the value is not certain. */
  readonly assumed: string;
}

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
 * warning. The parser is loaded only where one of the options is named.
 *
 * @param file the name of the file, for the warnings.
 * @param parse throws a SyntaxError for a text that does not parse.
 */
export async function readNextConfig(
  file: string,
  text: string,
  parse: (text: string) => Promise<ModuleSyntax>,
): Promise<{ config: NextConfig; warnings: Warning[] }> {
  const named = optionNames.filter((name) => isNamed(name, text));
  if (named.length === 0) return { config: defaultNextConfig, warnings: [] };

  let program: ConfigProgram;
  try {
    program = configProgram((await parse(text)).program);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      config: defaultNextConfig,
      warnings: named.map((name) => assumed(file, name, "the file does not parse")),
    };
  }
  let config = defaultNextConfig;
  const warnings: Warning[] = [];
  for (const name of named) {
    const value = certainValue(program, options[name]);
    if (value === computed)
      warnings.push(assumed(file, name, "its value is known only when the file is run"));
    else if (value !== undefined) config = { ...config, [name]: value };
  }
  return { config, warnings };
}

/** A cheap look at the text: `output: "standalone"`, which many apps have, says nothing that is asked here. */
function isNamed(name: keyof NextConfig, text: string): boolean {
  const code = name === "isExported" ? text.replace(/\boutput\s*:\s*["']standalone["']/g, "") : text;
  return options[name].paths.some((path) => new RegExp(`\\b${path.at(-1) ?? ""}\\b`).test(code));
}

/** The one thing that an option means, whatever happens; undefined for Next's default. */
function certainValue(program: ConfigProgram, { paths, read }: ConfigOption<unknown>): unknown {
  for (const path of paths) {
    const isMentioned = path.every((key) => program.keys.has(key));
    const values = possibleValues(program, path).map((value) => {
      if (value === unseen) return isMentioned ? computed : absent;
      return value;
    });
    if (values.every((value) => value === absent)) continue;
    if (values.includes(computed)) return computed;
    const meanings = values.map((value) => (value === absent ? undefined : read(value)));
    // What Next does with an option that is not set is what it does with `false`.
    const distinct = new Set(
      meanings.map((meaning) => JSON.stringify(meaning === false ? undefined : meaning)),
    );
    return distinct.size === 1 ? meanings[0] : computed;
  }
  return undefined;
}

function assumed(file: string, name: keyof NextConfig, why: string): Warning {
  const spelled = options[name].paths[0]?.at(-1) ?? name;
  return {
    code: "CONFIG_ASSUMED",
    message: `${file} sets ${spelled}, but ${why}: assumed that ${options[name].assumed}.`,
  };
}
