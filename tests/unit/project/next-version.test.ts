import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  app,
  at,
  codesOf,
  inspected,
  manifest,
  useFolder,
  write,
  type Files,
} from "../../support/app-folder.js";

useFolder();

describe("the version of Next.js", () => {
  test("is the installed one", async () => {
    write({ ...app("^15.0.0"), "node_modules/next/package.json": { version: "15.5.29" } });
    expect((await inspected()).next).toEqual({ text: "15.5.29", source: "installed" });
  });

  test("may be installed above the app", async () => {
    write({
      "node_modules/next/package.json": { version: "14.2.35" },
      "apps/web/package.json": manifest("workspace:*"),
      "apps/web/app/": "",
    });
    const { next, features } = await inspected("apps/web");
    expect(next).toEqual({ text: "14.2.35", source: "installed" });
    expect([...features]).toEqual(["staticGet"]);
  });

  test("is the declared one where none is installed", async () => {
    write(app("^13.5.0"));
    expect(await inspected()).toMatchObject({ next: { text: "^13.5.0", source: "declared" }, warnings: [] });
  });

  test("is taken for the newest where nothing names it", async () => {
    write(app("latest"));
    const { features, warnings } = await inspected();
    expect(warnings.map(({ code }) => code)).toEqual(["NEXT_VERSION_UNKNOWN"]);
    expect([...features]).toContain("promiseParams");
  });

  test.each(["13.2.0", "13.4.19", "17.0.0"])("%s is not tested, and that is said", async (next) => {
    write(app(next));
    expect((await inspected()).warnings.map(({ code }) => code)).toEqual(["NEXT_UNTESTED"]);
  });

  test("has to have route handlers", async () => {
    write(app("13.1.6"));
    expect(await codesOf()).toEqual(["NEXT_TOO_OLD"]);
  });

  test.each(["{", '{ "name": "next" }'])(
    "is the declared one where the installed package is %s",
    async (text) => {
      write({ ...app("15.1.0"), "node_modules/next/package.json": text });
      expect((await inspected()).next).toEqual({ text: "15.1.0", source: "declared" });
    },
  );
});

describe("the lock file", () => {
  const npmLock = {
    lockfileVersion: 3,
    packages: {
      "": { dependencies: { next: "^15.0.0" } },
      "node_modules/eslint-config-next": { version: "15.9.9" },
      "node_modules/x": { version: "1.0.0", peerDependenciesMeta: { next: { optional: true } } },
      "node_modules/next": { version: "15.1.0" },
    },
  };
  const yarn = 'next@^15.0.0:\n  version "15.1.0"\n  resolved "x"\n';

  test.each<[name: string, declared: string, files: Files]>([
    ["npm's, in JSON as npm writes it", "^15.0.0", { "package-lock.json": JSON.stringify(npmLock, null, 2) }],
    ["a tag", "latest", { "package-lock.json": JSON.stringify(npmLock, null, 2) }],
    ["yarn's", "^15.0.0", { "yarn.lock": yarn }],
    ["yarn's, where modules are not on the disk", "^15.0.0", { "yarn.lock": yarn, ".pnp.cjs": "" }],
    ["with Windows line breaks", "^15.0.0", { "yarn.lock": yarn.replaceAll("\n", "\r\n") }],
    ["the second of two", "^15.0.0", { "pnpm-lock.yaml": "lockfileVersion: '9.0'\n", "yarn.lock": yarn }],
  ])("tells the version: %s", async (_case, declared, files) => {
    write({ ...app(declared), ...files });
    expect((await inspected()).next).toEqual({ text: "15.1.0", source: "lock file" });
  });

  test("is that of the workspace's root, if the app has none of its own", async () => {
    write({
      "package.json": { workspaces: ["apps/*"] },
      "yarn.lock": yarn,
      "apps/web/package.json": manifest("^15.0.0"),
      "apps/web/app/": "",
    });
    expect((await inspected("apps/web")).next.text).toBe("15.1.0");
    write({ "apps/web/yarn.lock": yarn.replace("15.1.0", "15.2.0") });
    expect((await inspected("apps/web")).next.text).toBe("15.2.0");
  });

  test("is not asked where one version is installed or declared", async () => {
    write({ ...app("15.0.3"), "yarn.lock": yarn.replace("^15.0.0", "15.0.3") });
    expect((await inspected()).next).toEqual({ text: "15.0.3", source: "declared" });
    write({ ...app("^15.0.0"), "node_modules/next/package.json": { version: "15.0.4" } });
    expect((await inspected()).next).toEqual({ text: "15.0.4", source: "installed" });
  });
});

describe("a catalog", () => {
  const web = (declared: string): Files => ({
    "apps/web/package.json": manifest(declared),
    "apps/web/app/": "",
  });
  const pnpm =
    "packages:\n  - apps/*\ncatalog:\n  next: 15.1.0\ncatalogs:\n  old:\n    next: ^14.2.0 # for now\n";

  test.each<[name: string, declared: string, files: Files, text: string]>([
    ["pnpm's", "catalog:", { "pnpm-workspace.yaml": pnpm }, "15.1.0"],
    ["pnpm's, by its name", "catalog:default", { "pnpm-workspace.yaml": pnpm }, "15.1.0"],
    ["one of pnpm's others", "catalog:old", { "pnpm-workspace.yaml": pnpm }, "^14.2.0"],
    [
      "bun's",
      "catalog:",
      { "package.json": { workspaces: { packages: ["apps/*"], catalog: { next: "15.1.0" } } } },
      "15.1.0",
    ],
    [
      "one of bun's others",
      "catalog:old",
      { "package.json": { workspaces: { packages: ["apps/*"], catalogs: { old: { next: "14.1.0" } } } } },
      "14.1.0",
    ],
    [
      "bun's at the top",
      "catalog:",
      { "package.json": { workspaces: ["apps/*"], catalog: { next: "15.1.0" } } },
      "15.1.0",
    ],
    [
      "yarn's",
      "catalog:",
      {
        "package.json": { workspaces: ["apps/*"] },
        ".yarnrc.yml": "nodeLinker: pnp\ncatalog:\n  next: 15.1.0\n",
      },
      "15.1.0",
    ],
  ])("tells the range: %s", async (_case, declared, files, text) => {
    write({ ...files, ...web(declared) });
    expect(await inspected("apps/web")).toMatchObject({ next: { text, source: "declared" }, warnings: [] });
  });

  test("that does not have it tells nothing", async () => {
    write({ "pnpm-workspace.yaml": pnpm, ...web("catalog:new") });
    const { next, warnings } = await inspected("apps/web");
    expect(next.text).toBe("catalog:new");
    expect(warnings.map(({ code }) => code)).toEqual(["NEXT_VERSION_UNKNOWN"]);
  });

  test("may be that of an app alone", async () => {
    write({ ...app("catalog:"), "pnpm-workspace.yaml": "catalog:\n  next: 15.1.0\n" });
    expect((await inspected()).next.text).toBe("15.1.0");
  });
});

test.skipIf(process.platform === "win32")("the installed package is found behind links", async () => {
  write({
    "apps/web/package.json": manifest("^15.0.0"),
    "apps/web/app/": "",
    "apps/web/node_modules/": "",
    "node_modules/.pnpm/next@15.1.0/node_modules/next/package.json": { version: "15.1.0" },
    "elsewhere/": "",
  });
  symlinkSync(at("node_modules/.pnpm/next@15.1.0/node_modules/next"), at("apps/web/node_modules/next"));
  expect((await inspected("apps/web")).next).toEqual({ text: "15.1.0", source: "installed" });
  symlinkSync(at("apps/web/app"), at("elsewhere/link"));
  expect(await inspected("elsewhere/link")).toMatchObject({ root: at("apps/web"), next: { text: "15.1.0" } });
});

describe("the version of an app whose Next.js is declared above it", () => {
  const root: Files = {
    "package.json": { name: "all", ...manifest("^15.0.0") },
    "apps/web/next.config.js": "",
    "apps/web/app/": "",
  };

  test("is the installed one", async () => {
    write({ ...root, "node_modules/next/package.json": { version: "15.5.29" } });
    expect((await inspected("apps/web")).next).toEqual({ text: "15.5.29", source: "installed" });
  });

  test("is in the lock file beside what declares it", async () => {
    write({
      ...root,
      "pnpm-lock.yaml":
        "importers:\n\n  .:\n    dependencies:\n      next:\n        specifier: ^15.0.0\n        version: 15.1.0(react@19.0.0)\n",
    });
    expect((await inspected("apps/web")).next).toEqual({ text: "15.1.0", source: "lock file" });
  });

  test("is the range that is declared there", async () => {
    write(root);
    expect((await inspected("apps/web")).next).toEqual({ text: "^15.0.0", source: "declared" });
  });
});
