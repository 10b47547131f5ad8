import path from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../scripts/run.mjs";
import { formatterTable } from "../../../src/project/formatters.js";
import { appWith, variety, type Files } from "../../support/formatted-app.js";

interface Fixture {
  readonly files: Files;
  readonly package?: string;
  /** What the route files of posts and orders have that shows the configuration at work. */
  readonly shows: RegExp;
}

/** Sorts imports by their modules, with a dot before a letter: a plugin that works as those that sort imports for real. */
const sorting = `
const statement = /^import [^;]*;\\n/gm;
const source = (line) => line.slice(line.indexOf(" from "));
const preprocess = (text) =>
  [...text.match(statement) ?? []].sort((a, b) => (source(a) < source(b) ? -1 : 1)).join("") + text.replace(statement, "");
const sorted = { typescript: { ...parsers.typescript, preprocess } };
`;
const sortingPlugin = `import { parsers } from "prettier/plugins/typescript";${sorting}export default { parsers: sorted };`;
const olderPlugin = `const { parsers } = require("prettier/parser-typescript");${sorting}exports.parsers = sorted;`;

const fixtures: Record<string, Fixture> = {
  "Prettier, as it is": { files: { ".prettierrc": "{}" }, shows: /^ {2}try \{$/m },
  "Prettier, wide lines": {
    files: { ".prettierrc": { printWidth: 120 } },
    shows: /^ {4}return Response.json\(.{60,}$/m,
  },
  "Prettier, narrow lines": {
    files: { ".prettierrc": { printWidth: 60 } },
    shows: /^import \{\n {2}createPost,/m,
  },
  "Prettier, tabs": { files: { ".prettierrc": "useTabs: true\n" }, shows: /^\ttry \{$/m },
  "Prettier, no semicolons, in package.json": {
    files: {
      "package.json": { dependencies: { next: "16.4.5" }, prettier: { semi: false, singleQuote: true } },
    },
    shows: /from '\.\/data'$/m,
  },
  "Prettier, a module as configuration": {
    files: { "prettier.config.mjs": "export default { tabWidth: 8 };\n" },
    shows: /^ {8}try \{$/m,
  },
  "Prettier, an override for the routes": {
    files: {
      ".prettierrc.json": {
        overrides: [{ files: "app/api/**", options: { trailingComma: "none", singleQuote: true } }],
      },
    },
    shows: /from '\.\/data';$/m,
  },
  "Prettier, a plugin": {
    files: { "plugin.mjs": sortingPlugin, ".prettierrc": { plugins: ["./plugin.mjs"] } },
    shows: /from "[./]+data";\nimport .* from "node:crypto";/,
  },
  "Prettier, .editorconfig": {
    files: {
      ".editorconfig": "root = true\n[*]\nindent_style = tab\nend_of_line = crlf\n",
      "package.json": { dependencies: { next: "16.4.5" }, devDependencies: { prettier: "3" } },
    },
    shows: /^\ttry \{\r$/m,
  },
  "Prettier 2, as it is": {
    files: { ".prettierrc": { semi: false } },
    package: "prettier-2",
    shows: /from "\.\/data"$/m,
  },
  "Prettier 2, configured by a module": {
    files: { ".prettierrc.js": "module.exports = { useTabs: true };\n" },
    package: "prettier-2",
    shows: /^\ttry \{$/m,
  },
  "Prettier 2, a plugin": {
    files: {
      ".prettierrc": { plugins: ["prettier-plugin-own"] },
      "node_modules/prettier-plugin-own/package.json": { main: "plugin.js" },
      "node_modules/prettier-plugin-own/plugin.js": olderPlugin,
    },
    package: "prettier-2",
    shows: /from "[./]+data";\nimport .* from "node:crypto";/,
  },
  "Biome, as it is": { files: { "biome.json": {} }, shows: /^\ttry \{$/m },
  "Biome, wide lines": {
    files: {
      "biome.jsonc":
        '// ours\n{ "formatter": { "indentStyle": "space", "lineWidth": 120 }, "javascript": { "formatter": { "quoteStyle": "single", }, }, }\n',
    },
    shows: /^ {4}return Response.json\(.{60,}$/m,
  },
  "Biome, a preset": {
    files: {
      "biome.json": { extends: ["preset/core"] },
      "node_modules/preset/package.json": { name: "preset", exports: { "./core": "./core.json" } },
      "node_modules/preset/core.json": { javascript: { formatter: { semicolons: "asNeeded" } } },
    },
    shows: /from "\.\/data"$/m,
  },
  "Biome, an override for the routes": {
    files: {
      "biome.json": {
        overrides: [{ includes: ["app/api/**"], javascript: { formatter: { quoteStyle: "single" } } }],
      },
    },
    shows: /from '\.\/data';$/m,
  },
  "oxfmt, as it is": { files: { ".oxfmtrc.json": {} }, shows: /^ {4}return Response.json\(.{60,}$/m },
  "oxfmt, narrow lines, tabs": {
    files: { ".oxfmtrc.jsonc": '// ours\n{ "printWidth": 60, "useTabs": true, "singleQuote": true }\n' },
    shows: /^import \{\n\tcreatePost,/m,
  },
};

/** What is looked at below, and long lines. */
const few = [
  [{ route: "posts", crud: true }],
  [{ route: "users/:id/orders", crud: true, auth: true }],
] as const;

/** What a formatter's own command says of the files that were written. */
const checks = {
  prettier: { bin: ["prettier-2", "prettier/bin/prettier.cjs"], args: ["--check", "app"] },
  biome: { bin: ["@biomejs/biome/bin/biome"], args: ["ci", "app"] },
  oxfmt: { bin: ["oxfmt/bin/oxfmt"], args: ["--check", "app"] },
} as const;

test.each(Object.entries(fixtures))("%s: its own command has nothing to change", async (title, fixture) => {
  const name = title.startsWith("Biome") ? "biome" : title.startsWith("oxfmt") ? "oxfmt" : "prettier";
  const own = formatterTable[name].package;
  const app = await appWith(fixture.files, { [own]: fixture.package ?? own });
  // Where a configuration is found has nothing to do with what is formatted: only what it says has.
  for (const routes of / (as it is|lines|tabs)$/.test(title) ? variety : few) {
    app.write({ "routes.json": routes });
    const report = await app.run([], { from: "routes.json" });
    expect(report.formatter).toBe(name);
    expect(report.warnings.filter(({ code }) => code.startsWith("FORMAT"))).toEqual([]);
    expect(report.changes.map(({ action }) => action)).not.toContain("unchanged");
  }
  const written = ["app/api/posts/route.ts", "app/api/users/[id]/orders/route.ts"].map(app.read);
  expect(written.join("\n")).toMatch(fixture.shows);

  const bin = fixture.package === "prettier-2" ? "prettier/bin-prettier.js" : checks[name].bin.at(-1)!;
  const command = path.join(app.root, "node_modules", bin);
  const checked = await run(process.execPath, [command, ...checks[name].args], { cwd: app.root });
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);
});
