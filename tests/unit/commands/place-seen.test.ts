import { rmSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import { list } from "../../../src/commands/list.js";
import { undo } from "../../../src/commands/undo.js";
import type { RunError } from "../../../src/errors.js";
import type { ListOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { plainColors } from "../../../src/report/colors.js";
import { listText } from "../../../src/report/list-text.js";
import { undoText } from "../../../src/report/undo-text.js";
import { at, manifest, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";

// A command in the root of a workspace finds the app below it, and the paths that are printed are the app's.

useFolder();
beforeEach(async () => {
  write({
    "package.json": { workspaces: ["apps/*"] },
    "apps/web/package.json": manifest(),
    "apps/web/app/": "",
  });
  await create(
    ["tags"],
    { ...noOptions, fallbacks: false, methods: ["GET"] },
    { ...here(), templates, readStdin: noStdin, progress: noProgress },
  );
});

const here = (place = ".") => ({
  cwd: at(place),
  statePlaces: [{ folder: at("state"), isShared: false }],
  tool: "0.0.0",
});
const listed = async (place?: string) =>
  listText(await list(noOptions as unknown as ListOptions, here(place)), plainColors);
const undone = (place?: string) => undoText(undo({ ...noOptions, dryRun: true }, here(place)), plainColors);

test("list and undo say where these are, as a run does", async () => {
  expect(await listed()).toMatch(/^In apps\/web:\n\nGET {2}\/api\/tags {2}.* {2}app\/api\/tags\/route\.ts\n/);
  expect(undone()).toMatch(/^In apps\/web:\n\n {2}delete/);
});

test("and leave it out in the app, and where there are none", async () => {
  expect(await listed("apps/web")).toMatch(/^GET/);
  expect(undone("apps/web")).toMatch(/^ {2}delete/);
  rmSync(at("apps/web/app/api"), { recursive: true });
  expect(await listed()).toBe("There are no route handlers in apps/web/app.");
});

test("the file that keeps a run from being taken back is named for programs too", () => {
  for (const name of ["route.ts", "data.ts"]) writeFileSync(at(`apps/web/app/api/tags/${name}`), "// ours\n");
  const problemsOf = () => {
    try {
      undo(noOptions, here());
    } catch (error) {
      return (error as RunError).problems;
    }
    return [];
  };
  expect(problemsOf().map(({ path }) => path)).toEqual(["app/api/tags/route.ts", "app/api/tags/data.ts"]);
});
