import { describe, expect, test } from "vitest";
import {
  app,
  at,
  codesOf,
  inspected,
  manifest,
  problemsOf,
  useFolder,
  write,
} from "../../support/app-folder.js";

useFolder();

describe("the root", () => {
  test("is the folder with the package.json that depends on Next.js", async () => {
    write(app());
    expect(await inspected()).toMatchObject({ root: at(), appDir: "app", base: "app/api", warnings: [] });
  });

  test("is found from any folder in it, past packages of other kinds", async () => {
    write({
      ...app(),
      "app/api/posts/": "",
      "lib/package.json": { dependencies: { react: "19" } },
      "lib/src/": "",
    });
    expect((await inspected("app/api/posts")).root).toBe(at());
    expect((await inspected("lib/src")).root).toBe(at());
  });

  test("is the nearest of several", async () => {
    write({ ...app(), "apps/web/package.json": manifest("14.2.0"), "apps/web/src/app/": "" });
    expect(await inspected("apps/web/src")).toMatchObject({
      root: at("apps/web"),
      appDir: "src/app",
    });
  });

  test("may have Next.js among its devDependencies", async () => {
    write({ "package.json": { devDependencies: { next: "16.4.6" } }, "app/": "" });
    expect((await inspected()).next.text).toBe("16.4.6");
  });

  test("is no app when nothing depends on Next.js", async () => {
    write({ "package.json": { dependencies: { react: "19" }, next: "16" }, "app/": "" });
    expect(await problemsOf()).toMatchObject([
      { code: "NOT_A_NEXT_APP", hint: expect.stringContaining("--cwd") as string },
    ]);
    expect((await problemsOf())[0]?.message).toContain(at());
  });

  test("has to be a folder", async () => {
    write(app());
    expect(await codesOf("none")).toEqual(["NOT_A_FOLDER"]);
    expect(await codesOf("package.json")).toEqual(["NOT_A_FOLDER"]);
  });

  test("has to be a folder, even below a file", async () => {
    write(app());
    expect(await codesOf("package.json/x")).toEqual(["NOT_A_FOLDER"]);
  });
});

describe("package.json", () => {
  test.each(["{", "", "{ 'dependencies': {} }"])("that is %j cannot be read", async (text) => {
    write({ "package.json": text, "app/": "" });
    expect(await codesOf()).toEqual(["PROJECT_UNREADABLE"]);
    expect((await problemsOf())[0]?.message).toContain(at("package.json"));
  });

  test.each(["null", "[]", '"next"', '{ "dependencies": null }', '{ "dependencies": { "next": 16 } }'])(
    "that is %s is no app's",
    async (text) => {
      write({ "package.json": text, "app/": "" });
      expect(await codesOf()).toEqual(["NOT_A_NEXT_APP"]);
    },
  );

  test("may start with a byte-order mark", async () => {
    write({ "package.json": `\uFEFF${JSON.stringify(manifest("15.0.0"))}`, "app/": "" });
    expect((await inspected()).next.text).toBe("15.0.0");
  });
});

describe("the app folder", () => {
  test("may be in src", async () => {
    write({ "package.json": manifest(), "src/app/": "" });
    expect(await inspected()).toMatchObject({ appDir: "src/app", base: "src/app/api", warnings: [] });
  });

  test("is app where there are both, with a warning", async () => {
    write({ ...app(), "src/app/": "" });
    const { appDir, warnings } = await inspected();
    expect(appDir).toBe("app");
    expect(warnings.map(({ code }) => code)).toEqual(["TWO_APP_FOLDERS"]);
  });

  test("is missed, with how to make it where the app's code is", async () => {
    write({ "package.json": manifest(), "pages/": "" });
    expect(await problemsOf()).toMatchObject([
      { code: "NO_APP_FOLDER", hint: expect.stringContaining("mkdir app") as string },
    ]);
    write({ "src/pages/": "" });
    expect((await problemsOf())[0]?.hint).toContain("mkdir src/app");
  });

  test("is not a file", async () => {
    write({ "package.json": manifest(), app: "" });
    expect(await codesOf()).toEqual(["NO_APP_FOLDER"]);
  });
});

describe("--base", () => {
  test.each([
    ["app", "app"],
    ["app/api/v1", "app/api/v1"],
    ["./app/(chat)/api/", "app/(chat)/api"],
    ["app\\(chat)\\api", "app/(chat)/api"],
    ["app/x/../api", "app/api"],
  ])("%s is the folder %s", async (base, folder) => {
    write(app());
    expect((await inspected(".", base)).base).toBe(folder);
  });

  test.each(["", ".", "..", "src/app/api", "application/api", "app/../lib", "/app/api", "lib"])(
    "%j is not in the app folder",
    async (base) => {
      write(app());
      expect(await codesOf(".", base)).toEqual(["ROUTE_OUTSIDE_APP"]);
    },
  );
});

describe("next.config", () => {
  const config = "export default { cacheComponents: true };";

  test.each(["next.config.js", "next.config.mjs", "next.config.ts", "next.config.mts", "next.config.cjs"])(
    "%s switches features on",
    async (name) => {
      write({ ...app(), [name]: `\uFEFF${config}` });
      expect((await inspected()).features.has("cacheComponents")).toBe(true);
    },
  );

  test("is read only where Next.js looks for it first", async () => {
    write({ ...app(), "next.config.js": "module.exports = {};", "next.config.ts": config });
    expect((await inspected()).features.has("cacheComponents")).toBe(false);
  });

  test("switches nothing on that the version does not have", async () => {
    write({ ...app("15.5.29"), "next.config.ts": config });
    expect((await inspected()).features.has("cacheComponents")).toBe(false);
  });
});

test("everything that is wrong is told at once", async () => {
  write({ "package.json": manifest("12.0.0") });
  expect(await codesOf()).toEqual(["NEXT_TOO_OLD", "NO_APP_FOLDER"]);
  write({ "app/": "" });
  expect(await codesOf(".", "lib")).toEqual(["NEXT_TOO_OLD", "ROUTE_OUTSIDE_APP"]);
});

test("a next.config that takes its object from another file is followed, also out of the app", async () => {
  write({
    "apps/web/package.json": manifest(),
    "apps/web/app/": "",
    "apps/web/next.config.mjs": 'import base from "../../next.base.mjs";\nexport default { ...base };\n',
    "next.base.mjs": 'export default { basePath: "/docs" };\n',
  });
  const { config, warnings } = await inspected("apps/web");
  expect(config.basePath).toBe("/docs");
  expect(warnings).toEqual([]);
});

test.each([
  [["web"], " Or take an app that is there: `--cwd ../../apps/web`."],
  [
    ["web", "my docs"],
    " Or take an app that is there: `--cwd '../../apps/my docs'` or `--cwd ../../apps/web`.",
  ],
  [[], ""],
])("for a package without an app folder, the apps %j of its workspace are named", async (names, hint) => {
  write({
    "package.json": { workspaces: ["apps/*", "packages/*"] },
    "packages/ui/package.json": { devDependencies: { next: "16" }, peerDependencies: { next: "16" } },
    ...Object.fromEntries(
      names.flatMap((name): [string, string | object][] => [
        [`apps/${name}/package.json`, manifest()],
        [`apps/${name}/app/`, ""],
      ]),
    ),
  });
  expect(await problemsOf("packages/ui")).toMatchObject([
    {
      code: "NO_APP_FOLDER",
      hint: `Make one: \`mkdir app\`. It works beside an existing pages folder.${hint}`,
    },
  ]);
});
