import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import type { CreateOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";

// What was asked for in words and changes nothing in the files that are there.

useFolder();

const run = (route: string, options: Partial<CreateOptions> = {}) =>
  create(
    [route],
    { ...noOptions, format: false, ...options },
    { cwd: at(), templates, readStdin: noStdin, statePlaces: [], tool: "0.0.0", progress: noProgress },
  );

const told = async (route: string, options: Partial<CreateOptions> = {}) => {
  const { warnings } = await run(route, options);
  return warnings.flatMap(({ code, message }) =>
    code === "DATA_KEPT" || code === "OPTION_UNUSED" ? [message] : [],
  );
};

const keptFor = (option: string) =>
  `app/api/posts/data.ts is there already and is used as it is: ${option} changes nothing in it. Change it there, or delete it and run the command again.`;

test.each<[string, Partial<CreateOptions>]>([
  ["--fields", { fields: ["views:int"] }],
  ["--data", { data: "none" }],
  ["--fields, --data", { fields: ["views:int"], data: "none" }],
])("%s beside a data module that says something else", async (name, options) => {
  write(app());
  await run("posts");
  expect(await told("posts", options)).toEqual([keptFor(name)]);
  expect(await told("posts", { ...options, force: true })).toEqual([keptFor(name)]);
  expect(await told("posts", { ...options, crud: true })).toEqual([keptFor(name)]);
  rmSync(at("app/api/posts/data.ts"));
  expect(await told("posts", options)).toEqual([]);
  expect(await told("posts", options)).toEqual([]);
});

test("what the settings say is no word of the command line", async () => {
  write(app());
  await run("posts");
  write({ "create-api-route.config.json": { data: "none", fallbacks: false } });
  expect(await told("posts")).toEqual([]);
});

test("--fields for handlers that use no data module", async () => {
  write({ ...app(), "app/api/posts/route.ts": "export function GET() {\n  return new Response();\n}\n" });
  expect(await told("posts", { methods: ["GET"] })).toEqual([]);
  expect(await told("posts", { methods: ["GET"], fields: ["views:int"] })).toEqual([
    "app/api/posts/route.ts is there already with all that was asked for, and uses no data.ts: --fields changes nothing. Change it by hand, or replace the file with --force.",
  ]);
});

test("--no-fallbacks for a file that has some", async () => {
  write(app());
  await run("tags", { methods: ["GET"] });
  const kept =
    "app/api/tags/route.ts is there already with 405 answers: --no-fallbacks takes none away. Delete them there, or replace the file with --force.";
  expect(await told("tags", { methods: ["GET"], fallbacks: false })).toEqual([kept]);
  expect(await told("tags", { fallbacks: false })).toEqual([kept]);
  expect(await told("tags", { fallbacks: false, force: true })).toEqual([]);
  expect(await told("tags", { fallbacks: false })).toEqual([]);
});
