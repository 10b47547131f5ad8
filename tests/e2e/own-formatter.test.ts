import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScratch, packTool, repository, unpackTool } from "../../scripts/next-app.mjs";
import { run } from "../../scripts/run.mjs";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  // The folder above has a space in its name too.
  app = path.join(scratch, "my app");
  await fs.outputJson(path.join(app, "package.json"), { dependencies: { next: "16.4.5" } });
  await fs.ensureDir(path.join(app, "app"));
  await unpackTool(app, await packTool(scratch));
  for (const name of ["prettier", "@biomejs/biome", "oxfmt"]) {
    const installed = path.join(app, "node_modules", name);
    await fs.ensureSymlink(path.join(repository, "node_modules", name), installed, "dir");
  }
});

afterAll(async () => {
  await fs.remove(scratch);
});

const formatters = [
  {
    name: "prettier",
    config: "prettier.config.mjs",
    // What a configuration prints is not a part of the report.
    text: 'console.log("Loaded.");\nexport default { semi: false, printWidth: 100 };\n',
    check: ["prettier/bin/prettier.cjs", "--check", "app"],
  },
  {
    name: "biome",
    config: "biome.json",
    text: '{ "javascript": { "formatter": { "semicolons": "asNeeded" } } }',
    check: ["@biomejs/biome/bin/biome", "ci", "app"],
  },
  {
    name: "oxfmt",
    config: ".oxfmtrc.json",
    text: '{ "semi": false }',
    check: ["oxfmt/bin/oxfmt", "--check", "app"],
  },
];

test.each(formatters)("$name: what is written is as its own command has it", async ({ name, ...own }) => {
  await fs.writeFile(path.join(app, own.config), own.text);
  const { code, stdout } = await runTool(app, ["posts", "things/a", "--crud", "--json"]);
  expect(code).toBe(0);
  expect(jsonDocument(stdout)).toMatchObject({
    project: { formatter: name },
    files: Array.from({ length: 6 }, () => ({ action: "create" })),
    warnings: [{ code: "PUBLIC_ROUTE" }],
  });
  const route = path.join(app, "app/api/posts/[id]/route.ts");
  expect(await fs.readFile(route, "utf8")).toMatch(/^ *\t*const \{ id \} = await params$/m);

  const [bin = "", ...args] = own.check;
  const checked = await run(process.execPath, [path.join(app, "node_modules", bin), ...args], { cwd: app });
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);

  const again = await runTool(app, ["posts", "things/a", "--crud"]);
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain("Nothing to do");

  await fs.remove(path.join(app, "app/api"));
  await runTool(app, ["posts", "--crud", "--no-format"]);
  expect(await fs.readFile(route, "utf8")).toMatch(/^ {2}const \{ id \} = await params;$/m);
  await fs.remove(path.join(app, "app/api"));
  await fs.remove(path.join(app, own.config));
});

test("one that fails is told, and the files are written", async () => {
  await fs.writeFile(path.join(app, ".prettierrc.json"), "{");
  const { code, stdout, stderr } = await runTool(app, ["posts"]);
  expect(code).toBe(0);
  expect(stdout).toContain("Created 2 files.");
  expect(stderr).toMatch(
    /^warning Prettier failed, so app\/api\/posts\/data\.ts and app\/api\/posts\/route\.ts are not formatted: .+$/m,
  );
});
