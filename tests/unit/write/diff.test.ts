import { expect, test } from "vitest";
import type { RenderedFile } from "../../../src/model.js";
import { exportsOf } from "../../../src/project/module-exports.js";
import { parseModule } from "../../../src/project/typescript-parser.js";
import { diff } from "../../../src/write/diff.js";

const route: RenderedFile = {
  path: "app/api/posts/route.ts",
  text: "export function GET() {}\nexport function POST() {}\n",
  purpose: {
    kind: "route",
    route: "/api/posts",
    methods: ["GET", "POST"],
    adds: ["GET", "POST"],
    auth: undefined,
  },
};
const data: RenderedFile = {
  path: "app/api/posts/data.ts",
  text: "export const fetchPosts = 1;\n",
  purpose: { kind: "module", exports: ["fetchPosts"], neededBy: ["app/api/posts/route.ts"] },
};

/** The diff against an app with these files. */
function against(there: Record<string, string>, files = [route, data]) {
  return diff(files, {
    read: (path) => there[path],
    exportsOf: (_path, text) => Promise.resolve(exportsOf(parseModule(text, { jsx: false }))),
  });
}

const actionsOf = ({ changes }: Awaited<ReturnType<typeof diff>>) => changes.map(({ action }) => action);

test("what is not there is created", async () => {
  const found = await against({});
  expect(found).toEqual({
    changes: [
      { ...route, action: "create" },
      { ...data, action: "create" },
    ],
    problems: [],
    warnings: [],
  });
});

test("what is there word for word is unchanged, without being parsed", async () => {
  const found = await diff([{ ...route, text: "not ( code" }], {
    read: () => "not ( code",
    exportsOf: () => Promise.reject(new Error("parsed")),
  });
  expect(actionsOf(found)).toEqual(["unchanged"]);
  expect(found.warnings).toEqual([]);
});

test.each([
  "export const { GET, POST } = handlers;",
  "export function GET() {}\nexport { GET as POST, GET as PUT };",
  "export { GET, POST } from './handlers';",
])("a route that handles what was asked for is unchanged: %s", async (text) => {
  const found = await against({ [route.path]: text }, [route]);
  expect(actionsOf(found)).toEqual(["unchanged"]);
  expect([found.problems, found.warnings]).toEqual([[], []]);
});

test("a route that misses a method is a conflict, and the missing ones are named", async () => {
  const { changes, problems } = await against({ [route.path]: "export const PUT = 1;" }, [route]);
  expect(changes).toEqual([]);
  expect(problems).toEqual([
    {
      code: "FILE_EXISTS",
      message: "app/api/posts/route.ts is there already and does not handle GET, POST.",
      hint: "Move it away to have it written anew, or ask for another route.",
    },
  ]);
});

test.each(["", "export type GET = 1; export type POST = 2;", "export * from './handlers';"])(
  "a route is not trusted to handle what cannot be seen: %j",
  async (text) => {
    const { problems } = await against({ [route.path]: text }, [route]);
    expect(problems.map(({ code }) => code)).toEqual(["FILE_EXISTS"]);
  },
);

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

test("a module that misses what the handlers need is a conflict", async () => {
  const { problems } = await against({ [data.path]: "export const other = 1;" });
  expect(problems).toEqual([
    {
      code: "FILE_EXISTS",
      message: "app/api/posts/data.ts is there already and does not export fetchPosts.",
      hint: "Export them there, or move the file away to have it written anew.",
    },
  ]);
});

test("a file that does not parse is named with the place", async () => {
  const { problems } = await against({ [route.path]: "export const GET = ;" });
  expect(problems).toMatchObject([{ code: "PROJECT_UNREADABLE" }]);
  expect(problems[0]?.message).toMatch(/^app\/api\/posts\/route\.ts .*\(1:19\)/);
});

test("every conflict is told at once", async () => {
  const { problems } = await against({ [route.path]: "export const GET = ;", [data.path]: "" });
  expect(problems.map(({ code }) => code)).toEqual(["PROJECT_UNREADABLE", "FILE_EXISTS"]);
});

test("a fault that is no SyntaxError is not taken for one", async () => {
  const fault = new TypeError("x");
  await expect(diff([route], { read: () => "other", exportsOf: () => Promise.reject(fault) })).rejects.toBe(
    fault,
  );
});

test("a method that only answers our 405 is not offered", async () => {
  const text =
    "function methodNotAllowed() {}\nexport function GET() {}\nexport { methodNotAllowed as POST };";
  const { problems } = await against({ [route.path]: text }, [route]);
  expect(problems).toMatchObject([
    { code: "FILE_EXISTS", message: expect.stringContaining("POST") as string },
  ]);
});

test("a guard that was asked for and is not in the file is a conflict; one that is there is not", async () => {
  const guarded: RenderedFile = {
    ...route,
    purpose: { kind: "route", route: "/api/posts", methods: ["GET"], adds: ["GET"], auth: "bearer" },
  };
  const open = await against({ [route.path]: "export function GET() {}" }, [guarded]);
  expect(open.problems).toMatchObject([
    { code: "FILE_EXISTS", message: expect.stringContaining("--auth") as string },
  ]);
  const text =
    "export function GET(request: Request) {\n  if (!isAuthorized(request)) return unauthorized();\n}";
  expect(actionsOf(await against({ [route.path]: text }, [guarded]))).toEqual(["unchanged"]);
});

test("a module is not written for handlers of the user's own, and theirs is not looked at", async () => {
  const own = "export const { GET, POST } = handlers;";
  expect((await against({ [route.path]: own })).changes.map(({ path }) => path)).toEqual([route.path]);
  const { problems } = await against({ [route.path]: own, [data.path]: "export const somethingElse = 1;" });
  expect(problems).toEqual([]);
});
