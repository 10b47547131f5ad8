import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Project } from "../../../src/model.js";
import { inspect } from "../../../src/project/inspect.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "inspect-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Writes files; a path that ends in a slash is an empty folder. */
function write(files: Record<string, string | object>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/"))
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
}

function inspected(folder = ".", base?: string): Project {
  const { project, problems } = inspect(path.join(root, folder), base);
  if (!project) throw new Error(problems.map(({ message }) => message).join("\n"));
  return project;
}

const problemsOf = (folder = ".", base?: string) => inspect(path.join(root, folder), base).problems;
const codesOf = (folder = ".", base?: string) => problemsOf(folder, base).map(({ code }) => code);

const manifest = (next = "16.4.6") => ({ dependencies: { next } });
const app = (next?: string) => ({ "package.json": manifest(next), "app/": "" });

describe("the root", () => {
  test("is the folder with the package.json that depends on Next.js", () => {
    write(app());
    expect(inspected()).toMatchObject({ root, appDir: "app", base: "app/api", warnings: [] });
  });

  test("is found from any folder in it, past packages of other kinds", () => {
    write({
      ...app(),
      "app/api/posts/": "",
      "lib/package.json": { dependencies: { react: "19" } },
      "lib/src/": "",
    });
    expect(inspected("app/api/posts").root).toBe(root);
    expect(inspected("lib/src").root).toBe(root);
  });

  test("is the nearest of several", () => {
    write({ ...app(), "apps/web/package.json": manifest("14.2.0"), "apps/web/src/app/": "" });
    expect(inspected("apps/web/src")).toMatchObject({ root: path.join(root, "apps/web"), appDir: "src/app" });
  });

  test("may have Next.js among its devDependencies", () => {
    write({ "package.json": { devDependencies: { next: "16.4.6" } }, "app/": "" });
    expect(inspected().next.text).toBe("16.4.6");
  });

  test("is no app when nothing depends on Next.js", () => {
    write({ "package.json": { dependencies: { react: "19" }, next: "16" }, "app/": "" });
    expect(problemsOf()).toMatchObject([
      { code: "NOT_A_NEXT_APP", hint: expect.stringContaining("--cwd") as string },
    ]);
    expect(problemsOf()[0]?.message).toContain(root);
  });

  test("has to be a folder", () => {
    write(app());
    expect(codesOf("none")).toEqual(["NOT_A_FOLDER"]);
    expect(codesOf("package.json")).toEqual(["NOT_A_FOLDER"]);
  });

  test("has to be a folder, even below a file", () => {
    write(app());
    expect(codesOf("package.json/x")).toEqual(["NOT_A_FOLDER"]);
  });
});

describe("package.json", () => {
  test.each(["{", "", "{ 'dependencies': {} }"])("that is %j cannot be read", (text) => {
    write({ "package.json": text, "app/": "" });
    expect(codesOf()).toEqual(["PROJECT_UNREADABLE"]);
    expect(problemsOf()[0]?.message).toContain(path.join(root, "package.json"));
  });

  test.each(["null", "[]", '"next"', '{ "dependencies": null }', '{ "dependencies": { "next": 16 } }'])(
    "that is %s is no app's",
    (text) => {
      write({ "package.json": text, "app/": "" });
      expect(codesOf()).toEqual(["NOT_A_NEXT_APP"]);
    },
  );

  test("may start with a byte-order mark", () => {
    write({ "package.json": `\uFEFF${JSON.stringify(manifest("15.0.0"))}`, "app/": "" });
    expect(inspected().next.text).toBe("15.0.0");
  });
});

describe("the app folder", () => {
  test("may be in src", () => {
    write({ "package.json": manifest(), "src/app/": "" });
    expect(inspected()).toMatchObject({ appDir: "src/app", base: "src/app/api", warnings: [] });
  });

  test("is app where there are both, with a warning", () => {
    write({ ...app(), "src/app/": "" });
    const { appDir, warnings } = inspected();
    expect(appDir).toBe("app");
    expect(warnings.map(({ code }) => code)).toEqual(["TWO_APP_FOLDERS"]);
  });

  test("is missed, with how to make it where the app's code is", () => {
    write({ "package.json": manifest(), "pages/": "" });
    expect(problemsOf()).toMatchObject([
      { code: "NO_APP_FOLDER", hint: expect.stringContaining("mkdir app") as string },
    ]);
    write({ "src/pages/": "" });
    expect(problemsOf()[0]?.hint).toContain("mkdir src/app");
  });

  test("is not a file", () => {
    write({ "package.json": manifest(), app: "" });
    expect(codesOf()).toEqual(["NO_APP_FOLDER"]);
  });
});

describe("the version of Next.js", () => {
  test("is the installed one", () => {
    write({ ...app("^15.0.0"), "node_modules/next/package.json": { version: "15.5.29" } });
    expect(inspected().next).toEqual({ text: "15.5.29", source: "installed" });
  });

  test("may be installed above the app", () => {
    write({
      "node_modules/next/package.json": { version: "14.2.35" },
      "apps/web/package.json": manifest("workspace:*"),
      "apps/web/app/": "",
    });
    const { next, features } = inspected("apps/web");
    expect(next).toEqual({ text: "14.2.35", source: "installed" });
    expect([...features]).toEqual(["staticGet"]);
  });

  test("is the declared one where none is installed", () => {
    write(app("^13.5.0"));
    expect(inspected()).toMatchObject({ next: { text: "^13.5.0", source: "declared" }, warnings: [] });
  });

  test("is taken for the newest where nothing names it", () => {
    write(app("latest"));
    const { features, warnings } = inspected();
    expect(warnings.map(({ code }) => code)).toEqual(["NEXT_VERSION_UNKNOWN"]);
    expect([...features]).toEqual(["promiseParams"]);
  });

  test.each(["13.2.0", "13.4.19", "17.0.0"])("%s is not tested, and that is said", (next) => {
    write(app(next));
    expect(inspected().warnings.map(({ code }) => code)).toEqual(["NEXT_UNTESTED"]);
  });

  test("has to have route handlers", () => {
    write(app("13.1.6"));
    expect(codesOf()).toEqual(["NEXT_TOO_OLD"]);
  });

  test.each(["{", '{ "name": "next" }'])("is the declared one where the installed package is %s", (text) => {
    write({ ...app("15.1.0"), "node_modules/next/package.json": text });
    expect(inspected().next).toEqual({ text: "15.1.0", source: "declared" });
  });
});

describe("--base", () => {
  test.each([
    ["app", "app"],
    ["app/api/v1", "app/api/v1"],
    ["./app/(chat)/api/", "app/(chat)/api"],
    ["app\\(chat)\\api", "app/(chat)/api"],
    ["app/x/../api", "app/api"],
  ])("%s is the folder %s", (base, folder) => {
    write(app());
    expect(inspected(".", base).base).toBe(folder);
  });

  test.each(["", ".", "..", "src/app/api", "application/api", "app/../lib", "/app/api", "lib"])(
    "%j is not in the app folder",
    (base) => {
      write(app());
      expect(codesOf(".", base)).toEqual(["ROUTE_OUTSIDE_APP"]);
    },
  );
});

describe("next.config", () => {
  const config = "export default { cacheComponents: true };";

  test.each(["next.config.js", "next.config.mjs", "next.config.ts", "next.config.mts", "next.config.cjs"])(
    "%s switches features on",
    (name) => {
      write({ ...app(), [name]: `\uFEFF${config}` });
      expect([...inspected().features].sort()).toEqual(["cacheComponents", "promiseParams"]);
    },
  );

  test("is read only where Next.js looks for it first", () => {
    write({ ...app(), "next.config.js": "module.exports = {};", "next.config.ts": config });
    expect(inspected().features.has("cacheComponents")).toBe(false);
  });

  test("switches nothing on that the version does not have", () => {
    write({ ...app("15.5.29"), "next.config.ts": config });
    expect([...inspected().features]).toEqual(["promiseParams"]);
  });
});

test("everything that is wrong is told at once", () => {
  write({ "package.json": manifest("12.0.0") });
  expect(codesOf()).toEqual(["NEXT_TOO_OLD", "NO_APP_FOLDER"]);
  write({ "app/": "" });
  expect(codesOf(".", "lib")).toEqual(["NEXT_TOO_OLD", "ROUTE_OUTSIDE_APP"]);
});
