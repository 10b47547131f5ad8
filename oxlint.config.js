import { existsSync } from "node:fs";
import path from "node:path";
import js from "@eslint/js";
import { defineConfig } from "oxlint";
import tseslint from "typescript-eslint";
import { pureRoom } from "./scripts/lint/pure-rooms.mjs";

/** The rooms that hold values and decisions only: the disk, the process and the terminal stay outside. */
const pureRooms = [
  "src/model.ts",
  "src/options.ts",
  "src/errors.ts",
  "src/warnings.ts",
  "src/progress.ts",
  "src/help.ts",
  "src/json-object.ts",
  "src/usage.ts",
  "src/spec/**",
  "src/spec-file/**",
  "src/completion/candidates.ts",
  "src/completion/mended-scripts.ts",
  "src/completion/told-to-shell.ts",
  "src/completion/typed-words.ts",
  "src/plan/**",
  "src/edit/**",
  "src/render/**",
  "src/report/**",
  "src/schemas/**",
  "src/syntax/**",
  "src/view/**",
  "src/check/**",
  "src/write/diff.ts",
  "src/write/edited-text.ts",
  "src/write/edits.ts",
  "src/write/formatted.ts",
  "src/write/file-write.ts",
  "src/write/record.ts",
  "src/project/access/**",
  "src/project/config-option.ts",
  "src/project/config-program.ts",
  "src/project/config-values.ts",
  "src/project/drizzle/**",
  "src/project/features.ts",
  "src/project/habits/**",
  "src/project/formatters.ts",
  "src/project/globs.ts",
  "src/project/jsonc.ts",
  "src/project/guard-signs.ts",
  "src/project/handler-forms.ts",
  "src/project/handler-parameters.ts",
  "src/project/handlers-folder.ts",
  "src/project/path-aliases.ts",
  "src/project/prisma/**",
  "src/project/imports.ts",
  "src/project/library-routes.ts",
  "src/project/lock-files.ts",
  "src/project/manifest.ts",
  "src/project/metadata-files.ts",
  "src/project/module-exports.ts",
  "src/project/names.ts",
  "src/project/next-config.ts",
  "src/project/next-defaults.ts",
  "src/project/refusals.ts",
  "src/project/response-class.ts",
  "src/project/route-file.ts",
  "src/project/secret-names.ts",
  "src/project/setup-file.ts",
  "src/project/text-style.ts",
  "src/project/tree-files.ts",
  "src/project/version.ts",
  "src/project/workspace-patterns.ts",
  "src/project/yaml-blocks.ts",
];

/** The files among them that read the disk for the others. */
const edges = [
  "src/spec-file/read-spec-file.ts",
  ...["look-at", "open-scratch", "scratch-keeper", "type-check"].map((name) => `src/check/${name}.ts`),
  ...["db-module", "drizzle-here", "read-tables", "schema-files"].map(
    (name) => `src/project/drizzle/${name}.ts`,
  ),
  ...["client-module", "packages", "prisma-here", "read-models", "schema-files"].map(
    (name) => `src/project/prisma/${name}.ts`,
  ),
];

// A pattern that matches nothing would hold nothing, and say nothing: the linter knows no other ones than `**` here.
for (const place of [...pureRooms, ...edges])
  if (!existsSync(path.join(import.meta.dirname, place.replace("/**", ""))))
    throw new Error(`${place} is no file and no folder.`);

/** The program prints documents and reads files, and carries no descriptions of them. */
const schemasAreLeft = {
  regex: "/schemas/",
  message: "The schemas are published beside the program, and are no part of it.",
};

const sameInSameOut = "This room is pure: the same in, the same out.";

/** Node's modules that reach outside; `node:path/posix` computes only. */
const impureModules = {
  regex: "^(node:)?(fs|fs-extra|child_process|os|path|process|readline|tty|prompts)(/promises)?$",
  message: pureRoom,
};

/** The rooms at the edge may be named for their types only. */
const edgeRooms = {
  regex: `/(cli|ending|home-folder|package-templates|cache/.*|commands/.*|format/.*|project/(app-tree|own-templates|biome-config|files-below|inspect|existing-files|find-formatter|folders-above|find-project|folders|middleware|module-reader|neighbours|next-version|obstacles|public-files|read-route|settings-file|survey|tsconfig-paths|version-here|workspace|workspace-packages)|write/(commit|check|disk|failures|journal|lock|processes|own-folder|publish|scratch-files|signals|state-folder|take-back)|${edges.map((file) => file.slice("src/".length, -".ts".length)).join("|")})\\.js$`,
  allowTypeImports: true,
  message: pureRoom,
};

/** What tsc says already, of all that it looks at. */
const saidByTypeScript = ["no-redeclare", "no-undef"];

/** What the linter does not know. */
const unknown = [
  "no-dupe-args",
  "no-octal",
  "@typescript-eslint/no-unsafe-class-instance-assignment",
  "@typescript-eslint/no-unsafe-enum-assignment",
];

const left = [...saidByTypeScript, ...unknown];

/**
 * The strictest sets of ESLint and typescript-eslint. What is off in one of them is left out, as a rule for TypeScript
 * and the one that it stands in for are one rule here.
 */
const strict = Object.fromEntries(
  [js.configs.recommended, ...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked]
    .flatMap(({ rules }) => Object.entries(rules ?? {}))
    .filter(([name, setting]) => setting !== "off" && !left.includes(name)),
);

/** The rules of those that ask for types. */
const typed = Object.keys(tseslint.configs.disableTypeChecked.rules ?? {}).filter((name) => name in strict);

export default defineConfig({
  plugins: ["typescript"],
  categories: { correctness: "off" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  jsPlugins: ["./scripts/lint/pure-rooms.mjs"],
  ignorePatterns: [
    "dist/",
    "tests/apps/",
    "tests/golden/*/",
    "tests/habits/*/",
    "tests/fixtures/listed-routes/",
    "tests/fixtures/odd-routes/",
    "tests/.cache/",
    "**/.next/",
  ],
  rules: {
    ...strict,
    // Without options, a name that begins with _ may be unused.
    "@typescript-eslint/no-unused-vars": ["error", { vars: "all" }],
    "no-unassigned-vars": "error",
    "no-useless-assignment": "error",
    "preserve-caught-error": "error",
    // `type` for shapes that are computed, `interface` for the rest: a matter of the place.
    "@typescript-eslint/consistent-type-definitions": "off",
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/switch-exhaustiveness-check": "error",
  },
  overrides: [
    {
      files: ["src/**"],
      rules: { "no-restricted-imports": ["error", { patterns: [schemasAreLeft] }] },
    },
    {
      files: ["src/syntax/**"],
      rules: {
        // A token is one of a hundred kinds: what starts something is listed, and all the others are the default.
        "@typescript-eslint/switch-exhaustiveness-check": [
          "error",
          { considerDefaultExhaustiveForUnions: true },
        ],
      },
    },
    {
      files: pureRooms,
      excludeFiles: edges,
      rules: {
        "no-restricted-imports": ["error", { patterns: [schemasAreLeft, impureModules, edgeRooms] }],
        "no-restricted-globals": ["error", "process", "console", "setTimeout", "fetch", "globalThis"],
        "no-restricted-properties": [
          "error",
          { object: "Date", property: "now", message: sameInSameOut },
          { object: "Math", property: "random", message: sameInSameOut },
        ],
        "pure-rooms/no-late-import": "error",
      },
    },
    {
      files: ["scripts/**/*.cjs", "tests/support/*.cjs"],
      // tsc does not look at them.
      env: { commonjs: true, node: true },
      rules: {
        ...Object.fromEntries(typed.map((name) => [name, "off"])),
        ...Object.fromEntries(saidByTypeScript.map((name) => [name, "error"])),
        "@typescript-eslint/no-require-imports": "off",
      },
    },
    {
      files: ["scripts/**"],
      // A cast in a comment is one for tsc, which checks these files too, but not for this rule.
      rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
    },
    {
      files: ["tests/**"],
      rules: { "@typescript-eslint/no-non-null-assertion": "off" },
    },
  ],
});
