import { describe, expect, test } from "vitest";
import { findProject } from "../../../src/project/find-project.js";
import { at, manifest, useFolder, write, type Files } from "../../support/app-folder.js";

useFolder();

/** A package with Next.js and an app folder. */
const app = (folder: string): Files => ({ [`${folder}/package.json`]: manifest(), [`${folder}/app/`]: "" });
const library = (folder: string): Files => ({
  [`${folder}/package.json`]: { peerDependencies: { next: "16" } },
  [`${folder}/src/`]: "",
});
const npm = (...workspaces: string[]): Files => ({ "package.json": { workspaces } });
const pnpm = (text: string): Files => ({ "package.json": {}, "pnpm-workspace.yaml": text });

describe("the one app of a workspace", () => {
  test.each<[name: string, files: Files, from: string, root: string]>([
    ["npm", npm("apps/*"), ".", "apps/web"],
    ["npm, an own line for each", npm("apps/web", "apps/none"), ".", "apps/web"],
    [
      "yarn, with settings",
      { "package.json": { workspaces: { packages: ["apps/*"], nohoist: [] } } },
      ".",
      "apps/web",
    ],
    ["pnpm", pnpm("packages:\n  - 'apps/*'\n  - packages/*\n"), ".", "apps/web"],
    ["pnpm, without an indent", pnpm('packages:\n- "apps/*" # the apps\n'), ".", "apps/web"],
    ["pnpm, in a line", pnpm('packages: ["apps/*", packages/*]\n'), ".", "apps/web"],
    ["at any depth", npm("**"), ".", "apps/web"],
    ["at any depth below a folder", npm("./apps/**/"), ".", "apps/web"],
    ["either of two folders", npm("{apps,packages}/*"), ".", "apps/web"],
    ["a part of a name", npm("apps/w*"), ".", "apps/web"],
    [
      "from another package",
      { ...npm("apps/*", "packages/*"), ...library("packages/ui") },
      "packages/ui/src",
      "apps/web",
    ],
    ["beside libraries", { ...npm("apps/*", "packages/*"), ...library("packages/ui") }, ".", "apps/web"],
    ["beside one that is left out", { ...npm("apps/*", "!apps/old"), ...app("apps/old") }, ".", "apps/web"],
    ["beside one that no pattern names", { ...npm("apps/*"), ...app("examples/x") }, ".", "apps/web"],
    ["beside one in node_modules", { ...npm("**"), ...app("node_modules/x") }, ".", "apps/web"],
    [
      "beside one without an app folder",
      { ...npm("apps/*"), "apps/old/package.json": manifest(), "apps/old/pages/": "" },
      ".",
      "apps/web",
    ],
    [
      "beside a package.json that cannot be read",
      { ...npm("apps/*"), "apps/x/package.json": "{" },
      ".",
      "apps/web",
    ],
    [
      "whose root has Next.js for all",
      { "package.json": { ...manifest(), workspaces: ["apps/*"] } },
      ".",
      "apps/web",
    ],
    [
      "from beside it, whose root has Next.js for all",
      { "package.json": { ...manifest(), workspaces: ["apps/*"] }, "docs/": "" },
      "docs",
      "apps/web",
    ],
  ])("is found: %s", (_case, files, from, root) => {
    write({ ...app("apps/web"), ...files });
    expect(findProject(at(from))).toMatchObject({ root: at(root), problems: [] });
  });

  test("may ask for Next.js as a peer", () => {
    write({
      ...npm("apps/*"),
      "apps/web/package.json": { peerDependencies: { next: "16" } },
      "apps/web/src/app/": "",
    });
    expect(findProject(at())).toMatchObject({ root: at("apps/web"), declared: "16" });
    expect(findProject(at("apps/web"))).toMatchObject({ root: at("apps/web"), declared: "16" });
  });

  test("may have no app folder yet", () => {
    write({ ...npm("apps/*"), "apps/web/package.json": manifest() });
    expect(findProject(at())).toMatchObject({ root: at("apps/web") });
  });
});

test.each<[name: string, files: Files]>([
  ["no packages that exist", npm("packages/*")],
  ["a pnpm-workspace.yaml with settings only", pnpm("onlyBuiltDependencies:\n  - apps/*\n")],
  ["patterns that only leave out", npm("!apps/*")],
  ["workspaces of another kind", { "package.json": { workspaces: "apps/*" } }],
  ["nothing", {}],
])("no app is found with %s", (_case, files) => {
  write({ ...app("apps/web"), ...files });
  expect(findProject(at()).problems).toMatchObject([{ code: "NOT_A_NEXT_APP" }]);
});

test("of several apps none is chosen, and all are named", () => {
  write({
    ...npm("apps/*", "packages/*"),
    ...app("apps/web"),
    ...app("apps/my docs"),
    ...library("packages/ui"),
  });
  expect(findProject(at()).problems).toEqual([
    {
      code: "SEVERAL_APPS",
      message: `${at()} has several packages with Next.js: apps/my docs, apps/web.`,
      hint: "Say which is meant, e.g. `--cwd 'apps/my docs'`.",
    },
  ]);
  expect(findProject(at("packages/ui")).problems[0]?.hint).toContain("'../../apps/my docs'");
  // What is said is typed where the command runs, wherever `--cwd` is.
  expect(findProject(at("packages/ui"), at()).problems[0]?.hint).toContain("--cwd 'apps/my docs'");
  expect(findProject(at("packages/ui"), at("apps")).problems[0]?.hint).toContain("--cwd 'my docs'");
  expect(findProject(at("apps/web"))).toMatchObject({ root: at("apps/web") });
});

test("a workspace below another app is meant itself, if it has apps", () => {
  write({
    "package.json": manifest(),
    "app/": "",
    "mono/package.json": { workspaces: ["apps/*"] },
    ...app("mono/apps/web"),
    "other/package.json": { workspaces: ["packages/*"] },
    "other/packages/ui/package.json": {},
  });
  expect(findProject(at("mono")).root).toBe(at("mono/apps/web"));
  expect(findProject(at("mono/apps")).root).toBe(at("mono/apps/web"));
  expect(findProject(at("other")).root).toBe(at());
});

test("a root with an app of its own is that app", () => {
  write({ "package.json": { ...manifest(), workspaces: ["apps/*"] }, "app/": "", ...app("apps/web") });
  expect(findProject(at())).toMatchObject({ root: at() });
  expect(findProject(at("apps/web"))).toMatchObject({ root: at("apps/web") });
});

test("a package with Next.js and no app folder is meant all the same, and the apps that are there are named", () => {
  write({ ...npm("apps/*"), ...app("apps/web"), "apps/old/package.json": manifest(), "apps/old/pages/": "" });
  expect(findProject(at("apps/old"))).toMatchObject({ root: at("apps/old"), instead: ["../web"] });
  expect(findProject(at("apps/old"), at())).toMatchObject({ root: at("apps/old"), instead: ["apps/web"] });
  expect(findProject(at("apps/web"))).toMatchObject({ instead: [] });
});

test("of packages without an app folder none is named for another", () => {
  write({ ...npm("apps/*"), "apps/old/package.json": manifest(), "apps/older/package.json": manifest() });
  expect(findProject(at("apps/old"))).toMatchObject({ root: at("apps/old"), instead: [] });
});

describe("an app whose Next.js is declared above it", () => {
  const root = (more: object = {}): Files => ({ "package.json": { ...manifest("^15.0.0"), ...more } });
  const nx: Files = { ...root(), "nx.json": "{}" };
  /** An app as Nx makes one. */
  const nxApp = (folder: string): Files => ({
    [`${folder}/project.json`]: "{}",
    [`${folder}/next.config.js`]: "",
    [`${folder}/src/app/`]: "",
  });

  test.each<[name: string, files: Files, from: string, root?: string]>([
    ["from the app, without a package.json", { ...nx, ...nxApp("apps/web") }, "apps/web"],
    [
      "from deep inside of it",
      { ...nx, ...nxApp("apps/web"), "apps/web/src/app/api/posts/": "" },
      "apps/web/src/app/api/posts",
    ],
    ["where the root has an app as well", { ...nx, ...nxApp("apps/web"), "app/": "" }, "apps/web/src"],
    [
      "with a package.json that says nothing of it",
      {
        ...root(),
        "apps/web/package.json": { name: "web" },
        "apps/web/next.config.mjs": "",
        "apps/web/app/": "",
      },
      "apps/web/app",
    ],
    [
      "with a project.json that builds it",
      { ...nx, "apps/web/project.json": '{"executor":"@nx/next:build"}', "apps/web/app/": "" },
      "apps/web",
    ],
    [
      "with a pages folder only, whose user has to make the other one",
      { ...nx, "apps/web/next.config.js": "", "apps/web/src/pages/": "" },
      "apps/web",
    ],
    ["from the root of Nx", { ...nx, ...nxApp("apps/web") }, "."],
    [
      "from the root of Nx, in its own folder for apps",
      {
        ...nx,
        "nx.json": { workspaceLayout: { appsDir: "sites" } },
        ...nxApp("sites/shop/web"),
        "apps/web/": "",
      },
      ".",
      "sites/shop/web",
    ],
    [
      "from beside it, in Nx",
      { ...nx, ...nxApp("apps/web"), "libs/ui/project.json": "{}", "libs/ui/src/": "" },
      "libs/ui/src",
    ],
    [
      "from the root of a workspace",
      {
        ...root({ workspaces: ["apps/*"] }),
        "apps/web/package.json": {},
        "apps/web/next.config.ts": "",
        "apps/web/app/": "",
      },
      ".",
    ],
    [
      "beside an app of another kind",
      { ...nx, ...nxApp("apps/web"), "apps/admin/project.json": "{}", "apps/admin/src/app/": "" },
      ".",
    ],
  ])("is found: %s", (_case, files, from, app = "apps/web") => {
    write(files);
    expect(findProject(at(from))).toEqual({
      root: at(app),
      declared: "^15.0.0",
      declaredIn: at(),
      problems: [],
      warnings: [],
      instead: [],
    });
  });

  test("is told with the others, where there are several", () => {
    write({ ...nx, ...nxApp("apps/web"), ...nxApp("apps/docs") });
    expect(findProject(at()).problems).toMatchObject([
      { code: "SEVERAL_APPS", message: `${at()} has several packages with Next.js: apps/docs, apps/web.` },
    ]);
    expect(findProject(at("apps/docs"))).toMatchObject({ root: at("apps/docs") });
  });

  test("is none without Next.js above it", () => {
    write({ "package.json": {}, "nx.json": "{}", ...nxApp("apps/web") });
    expect(findProject(at("apps/web")).problems).toMatchObject([{ code: "NOT_A_NEXT_APP" }]);
  });
});

describe("an app above a package of its own", () => {
  const appWith = (files: Files): Files => ({ "package.json": manifest(), "app/api/": "", ...files });
  const told = (from: string) => {
    const found = findProject(at(from));
    return found.root === at() ? found.warnings : undefined;
  };

  test.each<[name: string, files: Files]>([
    ["by its package.json", { "tools/cli/package.json": { name: "cli" } }],
    ["by its project.json", { "tools/cli/project.json": "{}", "tools/cli/src/app/": "" }],
  ])("is used, and that is said: %s", (_case, files) => {
    write(appWith({ ...files, "tools/cli/src/": "" }));
    expect(told("tools/cli/src")).toEqual([
      {
        code: "APP_ABOVE",
        message: `tools/cli is a package of its own without Next.js: the app above it is used, ${at()}. For another: \`--cwd <dir>\`.`,
      },
    ]);
  });

  test("is not told of a folder of the app", () => {
    write(appWith({ "app/api/posts/package.json": { type: "module" } }));
    expect(told("app/api/posts")).toEqual([]);
    expect(told(".")).toEqual([]);
  });
});
