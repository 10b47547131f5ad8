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
