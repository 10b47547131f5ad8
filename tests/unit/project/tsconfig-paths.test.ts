import os from "node:os";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, expect, test } from "vitest";
import { aliasReader, javaScriptProblems } from "../../../src/project/tsconfig-paths.js";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "create-api-route paths-"));
afterAll(() => fs.remove(scratch));

let count = 0;

/** An app with these files. */
function appWith(files: Record<string, unknown>): string {
  const root = path.join(scratch, String((count += 1)), "app");
  for (const [file, content] of Object.entries(files))
    fs.outputFileSync(path.join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  fs.ensureDirSync(root);
  return root;
}

/** The aliases of an app with these files. */
function aliasesIn(files: Record<string, unknown>) {
  return aliasReader(appWith(files))().map(({ prefix, folder }) => `${prefix} ${folder}`);
}

const paths = (alias: string, ...places: string[]) => ({ compilerOptions: { paths: { [alias]: places } } });

test.each([
  ["what create-next-app writes", { "tsconfig.json": paths("@/*", "./src/*") }, ["@/ src"]],
  ["the root", { "tsconfig.json": paths("~/*", "./*") }, ["~/ "]],
  ["no configuration", {}, []],
  ["jsconfig.json", { "jsconfig.json": paths("@/*", "./*") }, ["@/ "]],
  [
    "comments and commas",
    { "tsconfig.json": '// a\n{ "compilerOptions": { /* b */ "paths": { "@/*": ["./src/*", ], }, }, }' },
    ["@/ src"],
  ],
  [
    "a baseUrl",
    { "tsconfig.json": { compilerOptions: { baseUrl: "src", paths: { "@/*": ["*"], "lib/*": ["lib/*"] } } } },
    ["@/ src", "lib/ src/lib"],
  ],
  [
    "one file that is extended",
    { "tsconfig.json": { extends: "./config/base" }, "config/base.json": paths("@/*", "../src/*") },
    ["@/ src"],
  ],
  [
    "the last of several",
    {
      "tsconfig.json": { extends: ["./a.json", "./b.json"] },
      "a.json": paths("a/*", "./a/*"),
      "b.json": paths("b/*", "./b/*"),
    },
    ["b/ b"],
  ],
  [
    "its own before an extended one",
    { "tsconfig.json": { extends: "./a.json", ...paths("@/*", "./*") }, "a.json": paths("a/*", "./a/*") },
    ["@/ "],
  ],
  [
    "a package",
    {
      "tsconfig.json": { extends: "@app/tsconfig" },
      "node_modules/@app/tsconfig/tsconfig.json": paths("@/*", "${configDir}/src/*"),
    },
    ["@/ src"],
  ],
  [
    "a circle",
    {
      "tsconfig.json": { extends: "./a.json" },
      "a.json": { extends: "./tsconfig.json", ...paths("@/*", "./*") },
    },
    ["@/ "],
  ],
  [
    "what is no folder, or outside",
    {
      "tsconfig.json": {
        compilerOptions: {
          paths: {
            "@": ["./src"],
            "*": ["./types/*"],
            "@x/*": ["./src/x-*"],
            "@ui/*": ["../ui/*"],
            "@y/*": [],
          },
        },
      },
    },
    [],
  ],
  ["what cannot be read", { "tsconfig.json": "{" }, []],
  [
    "nothing of the right kind",
    { "tsconfig.json": { extends: 1, compilerOptions: { paths: { "@/*": "src" }, baseUrl: 1 } } },
    [],
  ],
])("%s", (_name, files, aliases) => {
  expect(aliasesIn(files)).toEqual(aliases);
});

test.each([
  ["jsconfig.json has paths", { "jsconfig.json": paths("@/*", "./*") }, ["TSCONFIG_MISSING"]],
  [
    "jsconfig.json has a baseUrl",
    { "jsconfig.json": { compilerOptions: { baseUrl: "." } } },
    ["TSCONFIG_MISSING"],
  ],
  ["jsconfig.json has neither", { "jsconfig.json": {} }, []],
  ["there is no configuration", {}, []],
  ["there is a tsconfig.json", { "jsconfig.json": paths("@/*", "./*"), "tsconfig.json": {} }, []],
])("whether a first TypeScript file would lose paths: %s", (_name, files, codes) => {
  expect(javaScriptProblems(appWith(files)).map(({ code }) => code)).toEqual(codes);
});
