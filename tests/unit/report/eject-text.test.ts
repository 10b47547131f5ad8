import pc from "picocolors";
import { expect, test } from "vitest";

import { ejectText } from "../../../src/report/eject-text.js";

const noColors = pc.createColors(false);

const report = {
  dryRun: false,
  root: "/repository/apps/web",
  files: [
    {
      path: ".create-api-route/templates/partials/catch.ejs",
      template: "partials/catch",
      action: "create" as const,
      before: undefined,
      text: "",
    },
  ],
  warnings: [],
  isRecorded: true,
};

test.each([
  [undefined, ""],
  ["apps/web", " --cwd apps/web"],
  ["../my app", " --cwd '../my app'"],
])("with the folder %s, the commands that it names work from the same place", (cwd, words) => {
  const text = ejectText({ ...report, cwd }, noColors);
  expect(text).toContain(`To go back: delete it, or create-api-route undo${words}\n`);
  expect(text).toContain(`Whether all of it fits: create-api-route check${words}`);
});
