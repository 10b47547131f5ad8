import { expect, test } from "vitest";
import type { FilePurpose, RenderedFile } from "../../../src/model.js";
import { defaultStyle } from "../../../src/project/text-style.js";
import { diff } from "../../../src/write/diff.js";
import type { Format } from "../../../src/write/formatted.js";
import { filesOf, routeThere } from "../../support/route-there.js";
import { trial } from "../../support/trial.js";

const route: RenderedFile & { purpose: FilePurpose & { kind: "route" } } = {
  path: "app/api/posts/route.ts",
  text: "export function GET() {}\nexport function POST() {}\n",
  style: defaultStyle,
  madeBy: { name: "resource", base: "resource" },
  unbroken: "export function GET() {}\nexport function POST() {}\n",
  rendered: "export function GET() {}\nexport function POST() {}\n",
  purpose: {
    kind: "route",
    route: "/api/posts",
    methods: ["GET", "POST"],
    adds: ["GET", "POST"],
    open: [],
    needs: undefined,
    trial,
    habits: [],
  },
};
const data: RenderedFile = {
  path: "app/api/posts/data.ts",
  text: "export const fetchPosts = 1;\n",
  style: defaultStyle,
  madeBy: { name: "resource", base: "resource" },
  unbroken: "export const fetchPosts = 1;\n",
  rendered: "export const fetchPosts = 1;\n",
  purpose: {
    kind: "module",
    summary: "sample data",
    exports: ["fetchPosts"],
    neededBy: ["app/api/posts/route.ts"],
  },
};

/** What a new file becomes. */
function created({ path, text, purpose }: RenderedFile) {
  return { path, text, purpose, action: "create", before: undefined };
}

/** The diff against an app with these files. */
function against(
  there: Record<string, string>,
  files: RenderedFile[] = [route, data],
  replaces = false,
  format?: Format,
) {
  return diff(files, filesOf(there), { replaces, ...(format && { format }) });
}

const actionsOf = ({ changes }: Awaited<ReturnType<typeof diff>>) => changes.map(({ action }) => action);

test("what is not there is created", async () => {
  const found = await against({});
  expect(found).toEqual({
    changes: [created(route), created(data)],
    problems: [],
    warnings: [],
  });
});

test("a route file that lacks nothing is unchanged, whatever else it is", async () => {
  const there = routeThere("export const { GET, POST } = handlers;");
  const lacksNothing = { ...route, there, purpose: { ...route.purpose, adds: [] } };
  const found = await against({}, [lacksNothing]);
  expect(found.changes).toMatchObject([{ action: "unchanged", before: there.text, text: there.text }]);
  expect([found.problems, found.warnings]).toEqual([[], []]);
});

test("a route file that lacks a method gets it, and keeps the rest", async () => {
  const there = routeThere("export function GET() {}\n");
  const lacksPost = {
    ...route,
    text: "export function POST() {}\n",
    there,
    purpose: { ...route.purpose, adds: ["POST" as const] },
  };
  const { changes } = await against({}, [lacksPost]);
  expect(changes).toMatchObject([
    { action: "update", before: there.text, text: "export function GET() {}\n\nexport function POST() {}\n" },
  ]);
});

test("an Allow header that cannot be read is told", async () => {
  const there = routeThere(
    "export function GET() { return new Response(null, { headers: { Allow: list() } }); }\n",
  );
  const lacksPost = {
    ...route,
    text: "export function POST() {}\n",
    there,
    purpose: { ...route.purpose, adds: ["POST" as const] },
  };
  const { warnings } = await against({}, [lacksPost]);
  expect(warnings).toMatchObject([{ code: "ALLOW_UNREAD" }]);
});

test("a route file that is replaced is not read, and one that is the same already stays", async () => {
  const replaced = { ...route, there: { path: route.path, text: "not ( code", file: undefined } };
  expect((await against({}, [replaced], true)).changes).toMatchObject([
    { action: "overwrite", before: "not ( code", text: route.text },
  ]);
  const same = { ...route, there: { path: route.path, text: route.text, file: undefined } };
  expect(actionsOf(await against({}, [same], true))).toEqual(["unchanged"]);
});

test.each(["export const fetchPosts = db.posts;", "export * from './posts';"])(
  "a module of the app's own is used as it is, and that is said: %s",
  async (text) => {
    const found = await against({ [data.path]: text });
    expect(actionsOf(found)).toEqual(["create", "unchanged"]);
    expect(found.warnings).toEqual([
      { code: "DATA_KEPT", message: "app/api/posts/data.ts is there already; the handlers use it as it is." },
    ]);
  },
);

test("a module that misses what the handlers need is a conflict, or is replaced", async () => {
  const { problems } = await against({ [data.path]: "export const other = 1;" });
  expect(problems).toEqual([
    {
      code: "FILE_EXISTS",
      message: "app/api/posts/data.ts is there already and does not export fetchPosts.",
      hint: "Export them there, or replace the file with --force.",
      path: "app/api/posts/data.ts",
    },
  ]);
  expect(actionsOf(await against({ [data.path]: "export const other = 1;" }, [data], true))).toEqual([
    "overwrite",
  ]);
  expect(actionsOf(await against({ [data.path]: "export const fetchPosts = 2;" }, [data], true))).toEqual([
    "unchanged",
  ]);
});

test("a module that does not parse is a conflict, or is replaced", async () => {
  const { problems } = await against({ [data.path]: "export const = ;" });
  expect(problems).toMatchObject([{ code: "PROJECT_UNREADABLE" }]);
  expect(actionsOf(await against({ [data.path]: "export const = ;" }, [data], true))).toEqual(["overwrite"]);
});

test.each(["app/api/posts/data.js", "app/api/posts/data/index.ts"])(
  "a module that %s would be taken for is not written beside it",
  async (other) => {
    const { problems } = await against({ [other]: "export const x = 1;" });
    expect(problems).toMatchObject([{ code: "FILE_EXISTS" }]);
    expect(problems[0]?.message).toMatch(`${other} is there already; beside it,`);
  },
);

test("a module that only handlers that are there use is their own business, unless it is gone", async () => {
  const used = {
    ...data,
    purpose: { kind: "module" as const, summary: "", exports: ["fetchPosts"], neededBy: [] },
  };
  const found = await against({ [data.path]: "export const mine = 1;" }, [used]);
  expect([actionsOf(found), found.problems, found.warnings]).toEqual([["unchanged"], [], []]);
  expect(actionsOf(await against({}, [used]))).toEqual(["create"]);
});
