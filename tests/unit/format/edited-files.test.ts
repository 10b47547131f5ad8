import { expect, test } from "vitest";
import { appWith } from "../../support/formatted-app.js";

const prettier = { prettier: "prettier" };
const route = "app/api/posts/route.ts";

test.each([
  ["Prettier", { ".prettierrc": { semi: false, printWidth: 120 } }, prettier],
  ["Biome", { "biome.json": { formatter: { lineWidth: 120 } } }, { "@biomejs/biome": "@biomejs/biome" }],
  ["oxfmt", { ".oxfmtrc.json": { printWidth: 120, useTabs: true } }, { oxfmt: "oxfmt" }],
])("handlers that are added to a formatted file are formatted: %s", async (_name, files, packages) => {
  const whole = await appWith(files, packages);
  await whole.run(["posts"], { methods: ["GET,POST,DELETE"] });
  const grown = await appWith(files, packages);
  for (const methods of [["GET"], ["POST"], ["DELETE"]]) await grown.run(["posts"], { methods });
  const lines = (text: string) => text.split("\n").sort();
  expect(lines(grown.read(route))).toEqual(lines(whole.read(route)));
});

test("a file that is not formatted keeps its lines", async () => {
  const app = await appWith({ ".prettierrc": { semi: false } }, prettier);
  const before = `export async function GET() {\n    return Response.json( { here : 1 } );\n}\n`;
  app.write({ [route]: before });
  await app.run(["posts"], { methods: ["POST"], fallbacks: false });
  const after = app.read(route);
  expect(after).toContain(before);
  // The handlers that are added are like those that are there.
  expect(after).toMatch(/^ {4}let body: unknown;$/m);
});

test("another run finds what the first one wrote unchanged, and so does a run for the item", async () => {
  const app = await appWith({ ".prettierrc": { semi: false, printWidth: 120 } }, prettier);
  await app.run(["posts"]);
  const again = await app.run(["posts"]);
  expect(again.changes.map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
  const item = await app.run(["posts/:id"]);
  expect(item.changes.map(({ action }) => action)).toEqual(["create", "unchanged"]);
  expect(item.warnings.map(({ code }) => code)).not.toContain("DATA_KEPT");
  const forced = await app.run(["posts"], { force: true });
  expect(forced.changes.map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
});

test("a dry run says what the run writes", async () => {
  const app = await appWith({ ".prettierrc": { semi: false } }, prettier);
  const { changes } = await app.run(["posts"], { dryRun: true });
  await app.run(["posts"]);
  for (const { path, text } of changes) expect(app.read(path)).toBe(text);
});
