import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot, routeFromRoot } from "../../../src/project/pasted-path.js";

let scratch: string;
let root: string;
beforeAll(() => {
  scratch = realpathSync(mkdtempSync(path.join(tmpdir(), "pasted-")));
  root = path.join(scratch, "web");
  mkdirSync(path.join(root, "app/api"), { recursive: true });
  symlinkSync(root, path.join(scratch, "link"), "junction");
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

test.each([
  ["app/api/posts/route.ts", "app/api/posts/route.ts"],
  ["app/api/posts/[id]/", "app/api/posts/[id]/route.ts"],
  ["app/blog", "app/blog/route.ts"],
  ["src/app/feed/page.tsx", "src/app/feed/page.tsx"],
])("the absolute path of %s is the route %s, by any way to the root", (place, route) => {
  for (const start of ["web", "link"]) {
    expect(routeFromRoot(`${scratch}/${start}/${place}`, root)).toBe(route);
    expect(routeFromRoot(`${scratch}/${start}/${place}`, path.join(scratch, "link"))).toBe(route);
  }
});

test("what is elsewhere, leads out or is no path stays as it is", () => {
  for (const text of [
    "posts",
    "/api/posts",
    "app/api/posts",
    "",
    "/",
    "\0",
    "/\0",
    `${scratch}/web2/app/x`,
    scratch,
  ]) {
    expect(fromRoot(text, root)).toBe(text);
    expect(routeFromRoot(text, root)).toBe(text);
  }
  for (const rest of ["/lib/x", "/../web/app/x", "/application"])
    expect(routeFromRoot(`${root}${rest}`, root)).toBe(`${root}${rest}`);
});

test("a folder of it is named from the root", () => {
  expect(fromRoot(`${root}/app/api/`, root)).toBe("app/api");
  expect(fromRoot(root, root)).toBe("");
});
