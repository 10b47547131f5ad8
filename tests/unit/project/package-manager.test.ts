import { expect, test } from "vitest";
import { managerOf } from "../../../src/project/package-manager.js";
import { at, useFolder, write, type Files } from "../../support/app-folder.js";

useFolder();

test.each<[by: string, files: Files, add: string, addDev: string]>([
  ["nothing", {}, "npm install", "npm install -D"],
  ["a lock file", { "web/pnpm-lock.yaml": "" }, "pnpm add", "pnpm add -D"],
  ["one in binary", { "bun.lockb": "" }, "bun add", "bun add --dev"],
  ["the nearest one", { "yarn.lock": "", "web/npm-shrinkwrap.json": "{}" }, "npm install", "npm install -D"],
  [
    "packageManager before a lock file",
    { "package.json": { packageManager: "yarn@4.1.0" }, "package-lock.json": "{}" },
    "yarn add",
    "yarn add -D",
  ],
  [
    "a lock file where packageManager names an unknown one",
    { "package.json": { packageManager: "toString@1" }, "bun.lock": "" },
    "bun add",
    "bun add --dev",
  ],
])("the package manager is told by %s", (_by, files, add, addDev) => {
  write({ ".git/HEAD": "", "web/package.json": {}, ...files });
  expect(managerOf(at("web"))).toMatchObject({ add, addDev });
});
