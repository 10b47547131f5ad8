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

/**
 * Whether the text of a next.config switches an option on, without running it: comments and strings are taken out and
 * `option: true` is looked for, at any depth (options move in and out of `experimental`).
 */
export function switchesOn(configText: string, option: string): boolean {
  if (!configText.includes(option)) return false;
  const code = configText.replace(commentOrString, (match) =>
    /^["'`]/.test(match) && match.slice(1, -1) === option ? option : " ",
  );
  return new RegExp(`\\b${option}\\s*:\\s*true\\b`).test(code);
}

const commentOrString =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
