import { rmSync } from "node:fs";
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
  expect(added).toEqual(["src/guard.ts", route, other]);
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
    expect(added).toEqual(["src/guard.ts", route]);
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

test("a route file that cannot be read says why, each time", async () => {
  write({ [other]: "export const = ;" });
  for (const found of [await readHandlers(at(), [other], openFindings), await readHandlers(at(), [other])])
    expect(found.get(other)?.unread).toMatch(/^does not parse/);
});
