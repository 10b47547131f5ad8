import { describe, expect, test } from "vitest";
import { list } from "../../../src/commands/list.js";
import type { ListReport } from "../../../src/model.js";
import { RunError } from "../../../src/errors.js";
import type { ListOptions } from "../../../src/options.js";
import { listJson } from "../../../src/report/list-json.js";
import { listText } from "../../../src/report/list-text.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";
import { jsonDocument } from "../../support/json-document.js";
import { plainColors } from "../../../src/report/colors.js";

useFolder();

const get = "export function GET() { return Response.json([]); }\n";
const both = `${get}export async function POST() { return Response.json({}); }\n`;
const guarded = `import { auth } from "@/auth";
export async function POST() {
  if (!(await auth())) return Response.json({}, { status: 401 });
  return Response.json({});
}
`;
const run = (options: Partial<ListOptions> = {}): Promise<ListReport> =>
  list(options as ListOptions, { cwd: at() });
const textOf = async (options?: Partial<ListOptions>) => listText(await run(options), plainColors);
const jsonOf = async (options?: Partial<ListOptions>) => {
  const document = jsonDocument(listJson(await run(options)));
  return document as { ok: boolean; routes: { path: string; route: string; handlers: object[] }[] };
};
const codes = ({ warnings }: ListReport) => warnings.map(({ code }) => code);

describe("the text", () => {
  test("has a line for each file, aligned, and the sum", async () => {
    write({
      ...app(),
      "app/api/posts/route.ts": both,
      "app/api/posts/[id]/route.ts": guarded,
      "app/api/posts/[id]/more/route.js": `${guarded}${get}`,
      "app/api/ours/route.ts": `${get}function methodNotAllowed() {}\nexport { methodNotAllowed as PUT };\n`,
      "app/(group)/@slot/health/route.tsx":
        "export const GET = handlers.get, OPTIONS = () => new Response();\n",
      "app/api/none/route.ts": "",
      "app/api/broken/route.ts": "export const = ;\n",
    });
    expect(await textOf()).toBe(
      [
        "?             /api/broken           unknown: does not parse: line 1, column 14: Unexpected token  app/api/broken/route.ts",
        "none          /api/none                                               app/api/none/route.ts",
        "GET           /api/ours             none seen                         app/api/ours/route.ts  405: PUT",
        "GET, POST     /api/posts            none seen                         app/api/posts/route.ts",
        "POST          /api/posts/[id]       auth()                            app/api/posts/[id]/route.ts",
        "GET, POST     /api/posts/[id]/more  GET none seen; POST auth()        app/api/posts/[id]/more/route.js",
        "GET, OPTIONS  /health               unknown: taken from handlers.get  app/(group)/@slot/health/route.tsx",
        "",
        "7 routes, 8 handlers; 5 handlers without a guard seen",
      ].join("\n"),
    );
  });

  test("stays aligned, whatever methods a file has", async () => {
    const of = (...names: string[]) =>
      names.map((name) => `export function ${name}() { return Response.json([]); }\n`).join("");
    write({
      ...app(),
      "app/a/route.ts": get,
      "app/b/route.ts": of("GET", "PATCH", "DELETE", "OPTIONS"),
      "app/c/route.ts": of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
    });
    const columns = (await textOf()).split("\n").flatMap((line) => {
      const column = line.indexOf("none seen");
      return line.includes("app/") ? [column] : [];
    });
    expect(new Set(columns).size).toBe(1);
  });

  test("is there where the settings name a template of the project's own", async () => {
    write({
      ...app(),
      "app/api/posts/route.ts": both,
      ".create-api-route/templates/orders/route.ts.ejs": "export function GET() {}\n",
      "create-api-route.config.json": '{ "template": "orders" }\n',
    });
    expect(await textOf()).toContain("/api/posts");
  });

  test("of an app without a handler says so", async () => {
    write(app());
    expect(await textOf()).toBe("There are no route handlers in app.");
    expect(await jsonOf()).toMatchObject({ ok: true, routes: [] });
  });

  test("of what is open has nothing else, and says how much there is of it", async () => {
    write({
      ...app(),
      "app/a/route.ts": both,
      "app/b/route.ts": guarded,
      "app/c/route.ts": "export const = ;",
    });
    expect(await textOf({ public: true })).toBe(
      [
        "GET, POST  /a  none seen  app/a/route.ts",
        "?          /c  unknown: does not parse: line 1, column 14: Unexpected token  app/c/route.ts",
        "",
        "2 of 3 handlers without a guard seen, 1 of them changing something, 1 file could not be read whole",
      ].join("\n"),
    );
    write({ "app/a/route.ts": guarded, "app/c/route.ts": guarded });
    expect(await textOf({ public: true })).toBe("0 of 3 handlers without a guard seen");
  });
});

describe("what is listed", () => {
  test("is every route file, by Next's endings, in Next's order, as Next serves it", async () => {
    write({
      ...app(),
      "next.config.mjs": 'export default { basePath: "/docs", pageExtensions: ["api.ts", "js"] };\n',
      "app/route.api.ts": get,
      "app/b/[[...all]]/route.js": get,
      "app/b/[id]/route.js": get,
      "app/b/%5Fc/route.js": get,
      "app/b/_private/route.js": get,
      "app/b/route.ts": get,
      "app/(g)/a/route.js": get,
      "app/b/[id]/[...rest]/route.js": get,
    });
    const { routes } = await run();
    expect(routes.map(({ url }) => url)).toEqual([
      "/docs",
      "/docs/a",
      "/docs/b/_c",
      "/docs/b/[id]",
      "/docs/b/[id]/[...rest]",
      "/docs/b/[[...all]]",
    ]);
  });

  test("is read through aliases and relative imports", async () => {
    write({
      ...app(),
      "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } },
      "src/handlers.ts": guarded.replace("POST", "handle"),
      "app/a/route.ts": 'export { handle as POST } from "@/handlers";\n',
      "app/b/route.ts": 'export * from "../../src/more";\n',
      "src/more/index.ts": both,
    });
    const { routes } = await jsonOf();
    expect(routes.map(({ handlers }) => handlers)).toEqual([
      [{ method: "POST", access: "guarded", guard: "auth()" }],
      [
        { method: "GET", access: "unseen" },
        { method: "POST", access: "unseen" },
      ],
    ]);
  });

  test("says why it could not be read", async () => {
    write({ ...app(), "app/a/route.ts": "", "app/b/route.ts": 'export * from "pkg";\n' });
    const { writeFileSync } = await import("node:fs");
    writeFileSync(at("app/a/route.ts"), Buffer.from([0xff, 0xfe, 0x65, 0x00]));
    const { routes } = await run();
    expect(routes.map(({ unread }) => unread)).toEqual(["is not UTF-8", 'export * from "pkg"']);
  });
});

test("notes: what runs before, what is not listed, what is there twice, what is allowed for nothing", async () => {
  write({
    ...app(),
    "middleware.ts": "",
    "pages/api/old.ts": "",
    "pages/api.ts": "",
    "pages/about.tsx": "",
    "app/(a)/x/route.ts": get,
    "app/x/route.ts": get,
    "app/y/route.ts": guarded,
    "create-api-route.config.json": { allow: ["/x", "/y", "/gone/*"] },
  });
  const report = await run();
  expect(codes(report)).toEqual([
    "MIDDLEWARE_UNREAD",
    "PAGES_API_UNLISTED",
    "URL_SHARED",
    "ALLOW_UNUSED",
    "ALLOW_UNUSED",
  ]);
  expect(report.warnings.map(({ message }) => message).join("\n")).toMatch(
    /^middleware\.ts runs .*\n2 files of pages\/api are .*\napp\/\(a\)\/x\/route\.ts and app\/x\/route\.ts answer \/x; /,
  );
});

test.each(["proxy.ts", "src/middleware.js"])("%s is found beside the app folder", async (file) => {
  const folder = file.startsWith("src/") ? "src/app" : "app";
  write({ "package.json": app()["package.json"]!, [`${folder}/a/route.ts`]: get, [file]: "" });
  expect(codes(await run())).toEqual(["MIDDLEWARE_UNREAD"]);
});

test("proxy.ts is a file like any other before Next.js 16", async () => {
  write({ ...app("15.5.0"), "app/a/route.ts": get, "proxy.ts": "" });
  expect(codes(await run())).toEqual([]);
  write({ "middleware.ts": "" });
  expect((await run()).warnings.map(({ message }) => message).join()).toMatch(/^middleware\.ts runs /);
});

describe("--public", () => {
  const problemOf = async (options: Partial<ListOptions> = {}) =>
    (await run({ public: true, ...options })).problems;

  test("fails for what changes something, names it, and says how to allow it", async () => {
    write({ ...app(), "app/a/route.ts": both, "app/b/route.ts": "export const { GET, POST } = handlers;\n" });
    expect((await run()).problems).toEqual([]);
    expect(await problemOf()).toEqual([
      {
        code: "PUBLIC_MUTATION",
        message:
          "Anyone who can reach the app can call these, for all that is seen: POST /a; POST /b (taken from handlers).",
        hint: 'Guard them, or say that one is meant to be public: `--allow "POST /a"`, or "allow" in the project\'s settings.',
      },
    ]);
    expect(await jsonOf({ public: true })).toMatchObject({
      ok: false,
      routes: [{ route: "/a" }, { route: "/b" }],
      error: { code: "PUBLIC_MUTATION" },
    });
  });

  test("does not for what only reads, nor for what is allowed, on the command line and by the settings", async () => {
    write({ ...app(), "app/a/route.ts": get, "app/b/route.ts": both, "app/c/d/route.ts": both });
    expect(await problemOf({ allow: ["POST /b", "/c/*"] })).toEqual([]);
    write({ "create-api-route.config.json": { allow: "/c/*" } });
    expect(await problemOf({ allow: ["POST /b"] })).toEqual([]);
    expect(await problemOf()).toMatchObject([{ message: expect.stringMatching(/: POST \/b\.$/) as string }]);
    expect(await textOf({ public: true, allow: ["POST /b"] })).toMatch(
      /^GET {2}\/a .*\nGET {2}\/b .*\n\n2 of 5 handlers .*meant to be public/,
    );
    expect(await textOf()).toMatch(/none seen \(allowed\) +app\/c\/d\/route\.ts/);
  });

  test("counts what is not known as open", async () => {
    write({ ...app(), "app/a/route.ts": 'export * from "pkg";\n', "app/b/route.ts": "export const = ;\n" });
    expect(await problemOf()).toMatchObject([
      { message: expect.stringContaining('/a (export * from "pkg"); /b (does not parse: line 1') as string },
    ]);
    expect(await problemOf({ allow: ["/a", "POST /b"] })).toHaveLength(1);
    expect(await problemOf({ allow: ["/a", "/b"] })).toEqual([]);
    write({ "app/a/route.ts": "export const { GET } = handlers;\n", "app/b/route.ts": get });
    expect(await problemOf()).toEqual([]);
  });

  test("names five, and how many there are more", async () => {
    const files = Array.from({ length: 7 }, (_, index) => [`app/r${String(index)}/route.ts`, both] as const);
    write({ ...app(), ...Object.fromEntries(files) });
    expect(await problemOf()).toMatchObject([
      { message: expect.stringMatching(/POST \/r4 and 2 more\.$/) as string },
    ]);
  });
});

test("wrong paths, wrong settings and no app are told at once", async () => {
  write({
    "package.json": { dependencies: { next: "16.4.6" } },
    "create-api-route.config.json": { alow: [] },
  });
  const failed = await run({ allow: ["api"] }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RunError);
  expect((failed as RunError).problems.map(({ code }) => code)).toEqual([
    "CONFIG_INVALID",
    "USAGE",
    "NO_APP_FOLDER",
  ]);
});
