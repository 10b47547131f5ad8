import { expect, test } from "vitest";
import { appMeant } from "../../../src/commands/app-meant.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";

useFolder();

test("is looked for from the folder of the run", () => {
  write(app());
  expect(appMeant(undefined, { cwd: at() }).root).toBe(at());
  expect(appMeant("app", { cwd: at() }).root).toBe(at());
});

test("is not the current one where an empty folder is given: a script has lost its variable", () => {
  write(app());
  expect(appMeant("", { cwd: at() })).toEqual({
    root: undefined,
    apps: [],
    problems: [
      {
        code: "USAGE",
        message: "--cwd was given without a folder.",
        hint: "Name the app's folder, or leave it out for the current one.",
      },
    ],
  });
});
