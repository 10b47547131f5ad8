import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFormatter } from "../../../src/project/find-formatter.js";
import { formatterTable } from "../../../src/project/formatters.js";

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), "formatter-"));
});
afterEach(() => {
  rmSync(repository, { recursive: true });
});

type Tree = Readonly<Record<string, string | object>>;

/** The formatter of an app in `apps/web` of a repository with these files. */
function found(tree: Tree, file = "app/api/posts/route.ts") {
  const all: Tree = { ".git/HEAD": "", "apps/web/next.config.ts": "", ...tree };
  for (const [name, content] of Object.entries(all)) {
    const place = path.join(repository, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  }
  return findFormatter(path.join(repository, "apps/web"), file);
}

const installed = (...names: string[]): Tree =>
  Object.fromEntries(names.map((name) => [`node_modules/${name}/package.json`, { name }]));
const everything = installed("prettier", "@biomejs/biome", "oxfmt");
const depends = (...names: string[]) => ({
  devDependencies: Object.fromEntries(names.map((name) => [name, "1"])),
});

test("the name of a configuration has in it what its formatter is called by", () => {
  for (const { configFile, commands } of Object.values(formatterTable))
    expect(configFile.source).toContain(commands[0]);
});

describe("what shows a formatter", () => {
  test.each([
    [".prettierrc", "prettier"],
    [".prettierrc.toml", "prettier"],
    [".prettierrc.json5", "prettier"],
    [".prettierrc.mts", "prettier"],
    ["prettier.config.ts", "prettier"],
    ["prettier.config.cjs", "prettier"],
    ["biome.json", "biome"],
    ["biome.jsonc", "biome"],
    [".biome.jsonc", "biome"],
    [".oxfmtrc.json", "oxfmt"],
    [".oxfmtrc.jsonc", "oxfmt"],
    ["oxfmt.config.ts", "oxfmt"],
  ])("the configuration %s: %s", (file, name) => {
    const content = file.includes("biome") ? "{}" : "";
    expect(found({ ...everything, [`apps/web/${file}`]: content })).toMatchObject({
      name,
      evidence: file,
      isDeclared: false,
      folder: path.join(repository, "apps/web"),
    });
  });

  test.each([
    ["package.json", { prettier: {} }],
    ["package.json", { prettier: "@company/prettier-config" }],
    ["package.yaml", "name: web\nprettier:\n  semi: false\n"],
  ])("a key of %s", (file, content) => {
    expect(found({ ...everything, [`apps/web/${file}`]: content })).toMatchObject({
      name: "prettier",
      evidence: file,
    });
  });

  test("a dependency of the app or of its repository", () => {
    expect(found({ ...everything, "package.json": depends("@biomejs/biome") })).toMatchObject({
      name: "biome",
      evidence: "package.json",
      isDeclared: true,
      folder: repository,
      packageFolder: path.join(repository, "node_modules/@biomejs/biome"),
    });
  });

  test.each<[string, Tree]>([
    ["what is installed for something else", {}],
    ["an ignore file", { "apps/web/.prettierignore": "", ".editorconfig": "" }],
    ["files of similar names", { "apps/web/biome.json.bak": "", "apps/web/my.prettierrc": "" }],
    ["a package.json that does not parse", { "apps/web/package.json": "{" }],
  ])("not %s", (_what, tree) => {
    expect(found({ ...everything, ...tree })).toBeUndefined();
  });

  test("nothing above the repository", () => {
    writeFileSync(path.join(repository, ".prettierrc"), "");
    expect(found({ ...everything, "apps/web/.git": "gitdir: elsewhere" })).toBeUndefined();
  });

  test.each<[string, Tree, string | undefined]>([
    ["its own folder", {}, undefined],
    ["its workspace, as pnpm has it", { "pnpm-workspace.yaml": "packages: []\n" }, "prettier"],
    ["its workspace", { "package.json": { workspaces: ["apps/*"] } }, "prettier"],
  ])("without a repository, nothing above %s", (_folder, tree, name) => {
    found({ ...everything, ".prettierrc": "", ...tree });
    rmSync(path.join(repository, ".git"), { recursive: true });
    expect(findFormatter(path.join(repository, "apps/web"), "app/route.ts")?.name).toBe(name);
  });
});

describe("of several", () => {
  test.each<[string, Tree, string]>([
    [
      "a configuration counts before a dependency",
      { ".prettierrc": "", "apps/web/package.json": depends("@biomejs/biome", "oxfmt") },
      "prettier",
    ],
    [
      "the nearest configuration",
      { ".oxfmtrc.json": "", "biome.json": "{}", "apps/web/.prettierrc": "" },
      "prettier",
    ],
    [
      "the nearest dependency",
      { "package.json": depends("oxfmt"), "apps/web/package.json": depends("prettier") },
      "prettier",
    ],
    [
      "the one of the format script",
      {
        "apps/web/.prettierrc": "",
        "apps/web/biome.json": "{}",
        "apps/web/package.json": { scripts: { format: "prettier --write ." } },
      },
      "prettier",
    ],
    [
      "the one of a script further up",
      {
        ".prettierrc": "",
        "biome.json": "{}",
        ".oxfmtrc.json": "",
        "package.json": { scripts: { "format:fix": "npx ultracite fix" } },
      },
      "biome",
    ],
    [
      "the one of lint-staged",
      {
        ".prettierrc": "",
        "biome.json": "{}",
        "package.json": { "lint-staged": { "*.ts": ["prettier --write"] } },
      },
      "prettier",
    ],
    [
      "a script that only sounds like one shows nothing",
      {
        ".prettierrc": "",
        "biome.json": "{}",
        "package.json": { scripts: { format: "run-prettier-x", lint: "prettier ." } },
      },
      "biome",
    ],
    ["the order of the table", { ".prettierrc": "", "biome.json": "{}", ".oxfmtrc.json": "" }, "oxfmt"],
  ])("%s", (_rule, tree, name) => {
    expect(found({ ...everything, ...tree })?.name).toBe(name);
  });

  test("one that is installed, of those with a configuration", () => {
    const both: Tree = { "biome.json": "{}", ".prettierrc": "" };
    expect(found({ ...installed("prettier"), ...both })?.name).toBe("prettier");
    rmSync(path.join(repository, "node_modules"), { recursive: true });
    expect(found(both)).toMatchObject({ name: "biome", packageFolder: undefined });
    rmSync(path.join(repository, ".prettierrc"));
    const manifest = { "package.json": depends("prettier") };
    expect(found({ ...installed("prettier"), ...manifest })).toMatchObject({ name: "biome" });
  });
});

describe("Biome does not count", () => {
  const here = (config: string | object, tree: Tree = {}) =>
    found({
      ...everything,
      "apps/web/package.json": depends("prettier"),
      "apps/web/biome.json": config,
      ...tree,
    })?.name;

  test.each([
    { formatter: { enabled: false } },
    '// no formatter\n{ "formatter": { "enabled": false, /* none */ }, }',
    { javascript: { formatter: { enabled: false } } },
    { files: { includes: ["src/**"] } },
    { files: { includes: ["**", "!app/api"] } },
    { files: { includes: ["**", "!**/route.ts"] } },
    { formatter: { includes: ["**", "!!app"] } },
    { files: { ignore: ["app/**/route.ts"] } },
    { root: false, formatter: { enabled: false } },
  ])("with %j", (config) => {
    expect(here(config)).toBe("prettier");
  });

  test.each([
    {},
    { linter: { enabled: false } },
    { files: { includes: ["**", "!**/*.css", "!node_modules"] } },
    { files: { includes: ["**", "!app/**", "app/api/**"] } },
    { files: { includes: ["./app/{api,other}/**/*.[jt]s"] } },
    { formatter: { enabled: true, includes: ["app/**/*.ts"] } },
    "not JSON: Biome says so itself",
  ])("but it does with %j", (config) => {
    expect(here(config)).toBe("biome");
  });

  test("where the configuration that it is a part of says so, unless it says otherwise", () => {
    const above = { "biome.json": { formatter: { enabled: false } } };
    expect(here({ root: false }, above)).toBe("prettier");
    expect(here({ root: false, formatter: { enabled: true } }, above)).toBe("biome");
    expect(here({}, above)).toBe("biome");
    expect(here({ root: false }, { "biome.json": { files: { includes: ["packages/**"] } } })).toBe(
      "prettier",
    );
  });
});
