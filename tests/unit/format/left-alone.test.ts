import fs from "fs-extra";
import path from "node:path";
import { expect, test } from "vitest";
import { appWith, type Files } from "../../support/formatted-app.js";

const all = { prettier: "prettier", "@biomejs/biome": "@biomejs/biome", oxfmt: "oxfmt" };

/** What a run writes for posts without any formatter. */
async function unformatted(): Promise<string> {
  const app = await appWith({}, {});
  await app.run(["posts"]);
  return app.read("app/api/posts/route.ts");
}

const ignoring: Record<string, Files> = {
  ".prettierignore": { ".prettierrc": { semi: false }, ".prettierignore": "app/api\n" },
  ".gitignore for Prettier": { ".prettierrc": { semi: false }, ".gitignore": "/app/api/\n" },
  "requirePragma for Prettier": { ".prettierrc": { semi: false, requirePragma: true } },
  "Biome's files.includes": { "biome.json": { files: { includes: ["**", "!app/api"] } } },
  "Biome's formatter.includes": { "biome.json": { formatter: { includes: ["**", "!**/api/**"] } } },
  "Biome's formatter.enabled": { "biome.json": { formatter: { enabled: false } } },
  "formatter.enabled of a preset for Biome": {
    "biome.json": { extends: ["./preset.json"] },
    "preset.json": { formatter: { enabled: false } },
  },
  "formatter.enabled of an override of Biome": {
    "biome.json": { overrides: [{ includes: ["app/**"], formatter: { enabled: false } }] },
  },
  "oxfmt's ignorePatterns": { ".oxfmtrc.json": { singleQuote: true, ignorePatterns: ["app/api"] } },
  ".prettierignore for oxfmt": { ".oxfmtrc.json": { singleQuote: true }, ".prettierignore": "app/api\n" },
};

test.each(Object.entries(ignoring))("%s: the files are written as without it", async (_name, files) => {
  const app = await appWith(files, all);
  const report = await app.run(["posts"]);
  expect(app.read("app/api/posts/route.ts")).toBe(await unformatted());
  expect(report.warnings).toMatchObject([{ code: "PUBLIC_ROUTE" }]);
});

const failing: Record<string, { files: Files; says: RegExp }> = {
  "a broken configuration of Prettier": {
    files: { ".prettierrc": '{ "semi": ' },
    says: /: YAML Error in .*\.prettierrc": \S/,
  },
  "a configuration of Prettier that throws": {
    files: { "prettier.config.cjs": "throw new Error('No such thing.\\nMore.');" },
    says: /: No such thing\.$/,
  },
  "a missing plugin of Prettier": {
    files: { ".prettierrc": { plugins: ["prettier-plugin-nowhere"] } },
    says: /: Cannot find package 'prettier-plugin-nowhere'/,
  },
  "a broken configuration of Biome": {
    files: { "biome.json": '{ "formatter": ' },
    says: /^Biome failed, so .*: Expected an array, an object, or a literal/,
  },
  "an unknown key for Biome": {
    files: { "biome.json": { formattr: {} } },
    says: /: Found an unknown key `formattr`\.$/,
  },
  "a missing preset of Biome": {
    files: { "biome.json": { extends: ["ultracite/core"] } },
    says: /: Failed to resolve the configuration from ultracite\/core$/,
  },
  "a broken configuration of oxfmt": {
    files: { ".oxfmtrc.json": '{ "semi": ' },
    says: /^oxfmt failed, so .*: Failed to (load|parse) /,
  },
};

test.each(Object.entries(failing))("%s: unformatted, with a warning", async (_name, { files, says }) => {
  const app = await appWith(files, all);
  const report = await app.run(["posts"]);
  expect(app.read("app/api/posts/route.ts")).toBe(await unformatted());
  const [warning, ...others] = report.warnings.filter(({ code }) => code !== "PUBLIC_ROUTE");
  expect(warning).toMatchObject({ code: "FORMAT_FAILED", message: expect.stringMatching(says) as string });
  expect(warning?.message).toContain("app/api/posts/data.ts and app/api/posts/route.ts are not formatted");
  expect(others).toEqual([]);
});

/** A package in the place of Prettier. */
const pretended = (code: string): Files => ({
  ".prettierrc": "{}",
  "node_modules/prettier/package.json": { name: "prettier", version: "3.0.0", main: "index.js" },
  "node_modules/prettier/index.js": `exports.version = "3.0.0"; exports.resolveConfig = async () => null; ${code}`,
});

test.each([
  ["cannot be loaded", "throw new Error('Half of it is missing.');", "Half of it is missing."],
  ["answers nothing", "exports.format = async () => '';", "It answered nothing."],
  ["throws something odd", "exports.format = async () => { throw 'odd'; };", "odd"],
])("a formatter that %s", async (_name, code, message) => {
  const app = await appWith(pretended(code), {});
  const { warnings } = await app.run(["posts"]);
  expect(app.read("app/api/posts/route.ts")).toBe(await unformatted());
  expect(warnings).toContainEqual({
    code: "FORMAT_FAILED",
    message: `Prettier failed, so app/api/posts/data.ts and app/api/posts/route.ts are not formatted: ${message}`,
  });
});

test("a formatter that is not installed", async () => {
  const app = await appWith({ ".oxfmtrc.json": {} }, {});
  const report = await app.run(["posts"]);
  expect(app.read("app/api/posts/route.ts")).toBe(await unformatted());
  expect(report.formatter).toBeUndefined();
  expect(report.warnings).toContainEqual({
    code: "FORMATTER_MISSING",
    message:
      "The project has oxfmt (.oxfmtrc.json), but it is not installed: the files are written unformatted. Add oxfmt to the project, or say --no-format.",
  });
  // Nothing is written the second time, so there is nothing to say.
  expect((await app.run(["posts"])).warnings).toEqual([]);
});

test("--no-format", async () => {
  const app = await appWith({ ".prettierrc": { semi: false } }, all);
  const report = await app.run(["posts"], { format: false });
  expect(app.read("app/api/posts/route.ts")).toBe(await unformatted());
  expect(report.formatter).toBeUndefined();
});

test("nothing is loaded where nothing is written", async () => {
  const app = await appWith({ ".prettierrc": { semi: false } }, all);
  await app.run(["posts"]);
  fs.removeSync(path.join(app.root, "node_modules"));
  app.write(pretended("throw new Error('It was loaded.');"));
  const report = await app.run(["posts"]);
  expect(report.changes.map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
  expect(report.warnings).toEqual([]);
});
