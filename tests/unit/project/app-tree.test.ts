import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readAppTree } from "../../../src/project/app-tree.js";
import { folderLooks } from "../../../src/project/folder-looks.js";
import { publicFileAt } from "../../../src/project/public-files.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "app-tree-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), "");
  }
}

function link(place: string, target: string): void {
  mkdirSync(path.dirname(path.join(root, place)), { recursive: true });
  symlinkSync(target, path.join(root, place), "dir");
}

const extensions = ["tsx", "ts", "jsx", "js"];
const treeOf = (appDir: "app" | "src/app" = "app", endings = extensions) =>
  readAppTree(root, appDir, endings);

test("the files that make URLs are told by their names", () => {
  write(
    "app/page.tsx",
    "app/layout.tsx",
    "app/(g)/api/x/route.ts",
    "app/api/x/route.test.ts",
    "app/api/x/data.ts",
  );
  write("app/_lib/route.ts", "app/a/_b/page.tsx", "app/_page.tsx", "app/node_modules/x/route.ts");
  write(
    "app/sitemap.ts",
    "app/a/sitemap.xml",
    "app/a/robots.ts",
    "app/favicon.ico",
    "app/a/icon1.png",
    "app/favicon.ts",
  );
  write("pages/_app.tsx", "pages/api/x.ts", "pages/x.d.ts", "pages/x.css");
  expect(treeOf()).toEqual({
    routes: ["app/(g)/api/x/route.ts"],
    pages: ["app/page.tsx"],
    metadata: ["app/a/icon1.png", "app/a/sitemap.xml", "app/favicon.ico", "app/sitemap.ts"],
    pagesDir: "pages",
    pagesRouter: ["pages/_app.tsx", "pages/api/x.ts"],
  });
});

test("pageExtensions say what a page and a route are called", () => {
  write(
    "app/page.tsx",
    "app/a/page.page.tsx",
    "app/api/route.ts",
    "app/api/b/route.api.ts",
    "app/sitemap.api.ts",
  );
  write("pages/x.tsx", "pages/y.page.tsx");
  expect(treeOf("app", ["page.tsx", "api.ts"])).toMatchObject({
    routes: ["app/api/b/route.api.ts"],
    pages: ["app/a/page.page.tsx"],
    metadata: ["app/sitemap.api.ts"],
    pagesRouter: ["pages/y.page.tsx"],
  });
});

test("the pages folder need not lie beside the app folder; the upper one is taken", () => {
  write("src/app/page.tsx", "src/pages/a.tsx");
  expect(treeOf("src/app")).toMatchObject({ pagesDir: "src/pages", pagesRouter: ["src/pages/a.tsx"] });
  write("pages/b.tsx");
  expect(treeOf("src/app")).toMatchObject({ pagesDir: "pages", pagesRouter: ["pages/b.tsx"] });
});

test("linked folders and files are followed, as Next.js does", () => {
  write("elsewhere/a/route.ts", "elsewhere/route.ts", "app/page.tsx");
  link("app/api/linked", "../../elsewhere");
  link("app/api/twice", "../../elsewhere");
  link("app/api/b/route.ts", "../../../elsewhere/route.ts");
  link("app/api/nowhere", "../../gone");
  expect(treeOf().routes).toEqual([
    "app/api/b/route.ts",
    "app/api/linked/a/route.ts",
    "app/api/linked/route.ts",
    "app/api/twice/a/route.ts",
    "app/api/twice/route.ts",
  ]);
});

test("links in a circle have an end", () => {
  write("app/api/x/route.ts", "elsewhere/y/route.ts");
  link("app/api/x/up", "../..");
  link("app/api/self", ".");
  link("app/out", "../elsewhere");
  link("elsewhere/back", "../app");
  link("elsewhere/y/again", "..");
  expect(treeOf().routes).toEqual(["app/api/x/route.ts", "app/out/y/route.ts"]);
});

test("an app without an app folder has an empty tree", () => {
  expect(treeOf()).toMatchObject({ routes: [], pages: [], pagesDir: undefined });
});

test("a public file is found by its URL, a folder is not one", () => {
  write("public/api/posts", "public/docs/a.txt");
  expect(publicFileAt(root, "/api/posts", folderLooks(root))).toBe("public/api/posts");
  expect(publicFileAt(root, "/docs", folderLooks(root))).toBe(undefined);
  expect(publicFileAt(root, "/api/posts/x", folderLooks(root))).toBe(undefined);
  expect(publicFileAt(root, "/none", folderLooks(root))).toBe(undefined);
});
