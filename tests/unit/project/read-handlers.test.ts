import { existsSync, rmSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { findingsIn, type Findings, type OpenFindings } from "../../../src/cache/findings.js";
import { readHandlers } from "../../../src/project/read-handlers.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";

useFolder();

const guarded = (from: string) => `import { requireUser } from "${from}";
export async function GET() {
  await requireUser();
  return Response.json({});
}
`;
const guard = "export async function requireUser() {\n  if (!(await auth())) throw new Error();\n}\n";
const open = "export async function requireUser() {\n  return null;\n}\n";
const route = "app/api/posts/route.ts";
const other = "app/api/tags/route.ts";

/** What is looked for in files, in a run: what is known from an earlier one is not. */
let added: string[];

const openFindings: OpenFindings = <Found>(...where: Parameters<OpenFindings>): Findings<Found> => {
  const findings = findingsIn({ folder: at("cache"), stamp: () => "one" })<Found>(...where);
  return {
    ...findings,
    add: (file, ...found) => {
      added.push(file);
      findings.add(file, ...found);
    },
  };
};

async function accessIn(...routes: string[]) {
  added = [];
  const found = await readHandlers(at(), routes, openFindings);
  const plain = await readHandlers(at(), routes);
  expect(found).toEqual(plain);
  return routes.map((file) => found.get(file)?.handlers[0]?.access.kind);
}

beforeEach(() => {
  write({
    ...app(),
    "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } },
    [route]: guarded("@/guard"),
    [other]: "export function GET() {}",
    "src/guard.ts": guard,
  });
});

test("a second run looks into nothing, and finds the same", async () => {
  expect(await accessIn(route, other)).toEqual(["guarded", "unseen"]);
  expect(added).toEqual([route, other]);
  expect(await accessIn(route, other)).toEqual(["guarded", "unseen"]);
  expect(added).toEqual([]);
});

describe("what a file hangs on", () => {
  beforeEach(() => accessIn(route, other));

  test("its own text", async () => {
    write({ [other]: guarded("@/guard") });
    expect(await accessIn(route, other)).toEqual(["guarded", "guarded"]);
    expect(added).toEqual([other]);
  });

  test("the text of a module that it imports", async () => {
    write({ "src/guard.ts": open });
    expect(await accessIn(route, other)).toEqual(["unseen", "unseen"]);
    expect(added).toEqual([route]);
    write({ "src/guard.ts": guard });
    expect(await accessIn(route, other)).toEqual(["guarded", "unseen"]);
  });

  test("a module behind that one", async () => {
    write({ "src/guard.ts": 'export { requireUser } from "./inner";\n', "src/inner.ts": guard });
    expect(await accessIn(route)).toEqual(["guarded"]);
    write({ "src/inner.ts": open });
    expect(await accessIn(route)).toEqual(["unseen"]);
  });

  test("the file that an import means", async () => {
    write({ "src/guard.ts": guard, "src/guard/index.ts": open });
    rmSync(at("src/guard.ts"));
    expect(await accessIn(route)).toEqual(["unseen"]);
  });

  test("a file that comes before it", async () => {
    write({ "src/guard.js": open });
    rmSync(at("src/guard.ts"));
    expect(await accessIn(route)).toEqual(["unseen"]);
    write({ "src/guard.ts": guard });
    expect(await accessIn(route)).toEqual(["guarded"]);
  });

  test("what the aliases say", async () => {
    write({
      "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./lib/*"] } } },
      "lib/guard.ts": open,
    });
    expect(await accessIn(route)).toEqual(["unseen"]);
  });

  test("a module that goes, and comes again", async () => {
    rmSync(at("src/guard.ts"));
    const without = await accessIn(route);
    write({ "src/guard.ts": guard });
    expect([without, await accessIn(route)]).toEqual([["guarded"], ["guarded"]]);
  });

  test("a module that does not parse is looked at again and again", async () => {
    write({ "src/guard.ts": "export const = ;" });
    await accessIn(route);
    await accessIn(route);
    expect(added).toEqual([route]);
  });
});

describe("a guard that was opened is missed by every route that has it", () => {
  const first = "app/api/a/route.ts";
  const both = `import { a } from "@/first";\nimport { requireUser } from "@/guard";
export async function GET() {
  await a();
  await requireUser();
  return Response.json({});
}
`;

  test("also where another route with it has changed, or is new", async () => {
    await accessIn(first, route, other);
    write({ [first]: guarded("@/guard"), "src/guard.ts": open });
    expect(await accessIn(first, route)).toEqual(["unseen", "unseen"]);
    expect(await accessIn(first, route)).toEqual(["unseen", "unseen"]);
  });

  test("also where a route looks into another module that has changed before it", async () => {
    write({ [first]: both, "src/first.ts": "export function a() {}\n" });
    expect(await accessIn(first, route)).toEqual(["guarded", "guarded"]);
    write({ "src/first.ts": "export async function a() {}\n", "src/guard.ts": open });
    expect(await accessIn(first, route)).toEqual(["unseen", "unseen"]);
  });

  test.each([
    { what: "does not parse", text: "<<<<<<< HEAD\n", routes: [route, other] },
    { what: "is not there", text: guarded("@/guard"), routes: [other] },
  ])("also where the route $what while it is opened", async ({ text, routes }) => {
    await accessIn(route, other);
    write({ [route]: text, "src/guard.ts": open, [other]: guarded("@/guard") });
    await readHandlers(at(), routes, openFindings);
    write({ [route]: guarded("@/guard") });
    expect(await accessIn(route, other)).toEqual(["unseen", "unseen"]);
  });

  test("also where it did not parse in between", async () => {
    write({ "src/guard.ts": open });
    expect(await accessIn(route)).toEqual(["unseen"]);
    write({ "src/guard.ts": "export const = ;" });
    await accessIn(route);
    write({ "src/guard.ts": open });
    expect(await accessIn(route)).toEqual(["unseen"]);
  });
});

test("a route that looks into many modules is known again", async () => {
  write({
    [route]: guarded("@/a"),
    "src/a.ts": 'export { requireUser } from "./b";\n',
    "src/b.ts": 'export * from "./c";\n',
    "src/c.ts": guard,
  });
  expect(await accessIn(route)).toEqual(["guarded"]);
  expect(await accessIn(route)).toEqual(["guarded"]);
  expect(added).toEqual([]);
});

test("a route file that another one hands on is known as both", async () => {
  write({ [other]: `export { GET } from "../posts/route";\n` });
  expect(await accessIn(other, route)).toEqual(["guarded", "guarded"]);
  expect(await accessIn(other, route)).toEqual(["guarded", "guarded"]);
  expect(added).toEqual([]);
  write({ [route]: "export function GET() {}" });
  expect(await accessIn(other, route)).toEqual(["unseen", "unseen"]);
  expect(await accessIn(route, other)).toEqual(["unseen", "unseen"]);
  expect(added).toEqual([]);
});

test("whatever changes from run to run, each finds what a first one would", async () => {
  const texts = [
    guard,
    open,
    "export const = ;",
    'export { requireUser } from "./b";\n',
    "export * from './a';\n",
    undefined,
  ];
  const routeTexts = [
    guarded("@/a"),
    guarded("@/b"),
    'export * from "../b/route";\n',
    "<<<<<<< HEAD\n",
    undefined,
  ];
  const change = fc.oneof(
    fc.tuple(fc.constantFrom("src/a.ts", "src/b.ts", "src/b/index.ts"), fc.constantFrom(...texts)),
    fc.tuple(
      fc.constantFrom("app/a/route.ts", "app/b/route.ts", "app/c/route.ts"),
      fc.constantFrom(...routeTexts),
    ),
  );
  const put = (file: string, text: string | undefined) => {
    if (text === undefined) rmSync(at(file), { force: true });
    else write({ [file]: text });
  };
  const runs = Number(process.env["PROPERTY_RUNS"] ?? 60);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }), async (steps) => {
      const cache = `cache ${String(Math.random())}`;
      const open = findingsIn({ folder: at(cache), stamp: () => "one" });
      for (const changes of [[], ...steps]) {
        for (const [file, text] of changes) put(file, text);
        const there = ["app/a/route.ts", "app/b/route.ts", "app/c/route.ts"].filter((file) =>
          existsSync(at(file)),
        );
        expect(await readHandlers(at(), there, open)).toEqual(await readHandlers(at(), there));
      }
    }),
    { numRuns: runs },
  );
});

test("a route file that cannot be read says why, each time", async () => {
  write({ [other]: "export const = ;" });
  for (const found of [await readHandlers(at(), [other], openFindings), await readHandlers(at(), [other])])
    expect(found.get(other)?.unread).toMatch(/^does not parse/);
});
