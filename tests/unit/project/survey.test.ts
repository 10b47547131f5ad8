import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultNextConfig } from "../../../src/project/next-defaults.js";
import { folderLooks } from "../../../src/project/folder-looks.js";
import { survey } from "../../../src/project/survey.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "survey-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function put(name: string, text: string | Buffer): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const folder = "app/api/posts";
const look = (replaces = false, pageExtensions = defaultNextConfig.pageExtensions) =>
  survey(root, [folder], { replaces, pageExtensions }, folderLooks(root));
const fileIn = async () => (await look()).routes.get(folder)?.file;

test("a folder without a route file has none, whatever stands there or above", async () => {
  expect(await look()).toMatchObject({ routes: new Map(), problems: [] });
  put(`${folder}/page.tsx`, "");
  expect((await look()).routes.size).toBe(0);
  rmSync(path.join(root, "app"), { recursive: true });
  put("app/api", "a file");
  expect(await look()).toMatchObject({ routes: new Map(), problems: [] });
});

test("a route file is read with what it offers; a .tsx file as one, with JSX", async () => {
  put(`${folder}/route.tsx`, "export const GET = () => new ImageResponse(<p>Hello</p>);\n");
  expect(await fileIn()).toMatchObject({ path: `${folder}/route.tsx`, offered: ["GET"] });
});

test("what stands behind an export * is looked up in the app, through any number of files", async () => {
  put(`${folder}/route.ts`, 'export * from "./handlers";\nexport { PUT } from "./put";\n');
  put(`${folder}/handlers/index.ts`, 'export * from "../more.js";\nexport function GET() {}\n');
  put(`${folder}/more.ts`, 'export * from "./handlers/index";\nexport const POST = 1, helper = 2;\n');
  expect(await fileIn()).toMatchObject({ offered: ["GET", "POST", "PUT"], hidden: [] });
});

test.each(["@/lib/handlers", "next-auth/handlers", "./missing", "./broken"])(
  "what stands behind an export * from %s is not known, and that is said",
  async (source) => {
    put(`${folder}/broken.ts`, "export const = ;");
    put(`${folder}/route.ts`, `export * from "${source}";\n`);
    expect(await fileIn()).toMatchObject({ offered: [], hidden: [source] });
  },
);

test("a file that does not parse is named with the line and the column", async () => {
  put(`${folder}/route.ts`, "\uFEFFexport const GET = () => {\r\n  return { a: }\r\n};\r\n");
  const { blocked, problems } = await look();
  expect([...blocked]).toEqual([folder]);
  expect(problems).toMatchObject([
    {
      code: "PROJECT_UNREADABLE",
      message: `${folder}/route.ts is there already and does not parse: line 2, column 15: Unexpected token.`,
    },
  ]);
});

test("a file that is replaced need not parse, but has to be text", async () => {
  put(`${folder}/route.ts`, "export const GET = ;");
  expect((await look(true)).routes.get(folder)).toEqual({
    path: `${folder}/route.ts`,
    text: "export const GET = ;",
    file: undefined,
  });
  put(`${folder}/route.ts`, Buffer.from([0xff, 0xfe, 0x65, 0x00]));
  for (const replaces of [true, false]) {
    expect((await look(replaces)).problems).toMatchObject([
      { code: "PROJECT_UNREADABLE", message: `${folder}/route.ts is there already and is not UTF-8.` },
    ]);
  }
});

test("a route file in JavaScript is left to itself", async () => {
  put(`${folder}/route.js`, "export function GET() {}\n");
  expect((await look()).problems).toMatchObject([{ code: "FILE_EXISTS" }]);
});

test.skipIf(process.platform === "win32")("a link is not followed, even if it leads nowhere", async () => {
  put("elsewhere.ts", "export function GET() {}\n");
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const target of ["elsewhere.ts", "nowhere.ts"]) {
    symlinkSync(path.join(root, target), path.join(root, folder, "route.ts"));
    expect((await look()).problems).toMatchObject([{ code: "ROUTE_OUTSIDE_APP" }]);
    rmSync(path.join(root, folder, "route.ts"));
  }
});

test("a folder in the place of the file is told", async () => {
  mkdirSync(path.join(root, folder, "route.ts"), { recursive: true });
  expect((await look()).problems).toMatchObject([{ code: "FILE_EXISTS" }]);
});

test("a route file has one of the app's own endings", async () => {
  put(`${folder}/route.ts`, "export function GET() {}\n");
  put(`${folder}/route.api.ts`, "export function PUT() {}\n");
  put(`${folder}/route.mdx`, "");
  const { routes } = await look(false, ["mdx", "page.tsx", "api.ts"]);
  expect(routes.get(folder)?.path).toBe(`${folder}/route.api.ts`);
  expect((await look(false, ["mdx", "page.tsx"])).routes.size).toBe(0);
});
