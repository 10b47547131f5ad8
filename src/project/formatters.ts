/**
 * The formatters that a project can have, the one that is preferred first: a project that has two configured alike is
 * mostly on its way from an older one to a newer one.
 */
export const formatterTable = {
  oxfmt: {
    title: "oxfmt",
    package: "oxfmt",
    // Source: oxfmt, "Configuration".
    configFile: /^(\.oxfmtrc\.jsonc?|oxfmt\.config\.[cm]?[jt]s)$/,
    commands: ["oxfmt"],
  },
  biome: {
    title: "Biome",
    package: "@biomejs/biome",
    // Source: Biome, "Configure Biome", section "Configuration file resolution".
    configFile: /^\.?biome\.jsonc?$/,
    // Ultracite is a preset for Biome with a command of its own.
    commands: ["biome", "ultracite"],
  },
  prettier: {
    title: "Prettier",
    package: "prettier",
    // Source: Prettier, "Configuration File".
    configFile: /^(\.prettierrc(\.(json5?|ya?ml|toml|[cm]?[jt]s))?|prettier\.config\.[cm]?[jt]s)$/,
    /** The key of package.json, or of package.yaml, that holds its configuration. */
    configKey: "prettier",
    commands: ["prettier"],
  },
} as const satisfies Record<string, FormatterRow>;

export type FormatterName = keyof typeof formatterTable;

export const formatterNames = Object.keys(formatterTable) as FormatterName[];

/** What there is to know of a formatter to find it in a project. */
export interface FormatterRow {
  /** What it is called in a sentence. */
  readonly title: string;
  /** Its npm package. */
  readonly package: string;
  readonly configFile: RegExp;
  readonly configKey?: string;
  /** What a script that runs it calls. */
  readonly commands: readonly string[];
}
