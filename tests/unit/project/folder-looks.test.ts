import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { canBeThere, folderLooks } from "../../../src/project/folder-looks.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "folder-looks-"));
  mkdirSync(path.join(root, "app/api/posts"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test("a file can be only where its folder is", () => {
  const look = folderLooks(root);
  expect(canBeThere("package.json", look)).toBe(true);
  expect(canBeThere("app/api/posts/route.ts", look)).toBe(true);
  expect(canBeThere("app/api/tags/route.ts", look)).toBe(false);
  expect(canBeThere("app/none/tags/[id]/route.ts", look)).toBe(false);
});

test("below a file is nothing", () => {
  writeFileSync(path.join(root, "app/api/tags"), "");
  expect(canBeThere("app/api/tags/[id]/route.ts", folderLooks(root))).toBe(false);
});

test("a link is told, and what it leads to can be there", () => {
  symlinkSync(path.join(root, "app/api/posts"), path.join(root, "app/linked"), "dir");
  const look = folderLooks(root);
  expect(look("app/linked")?.isSymbolicLink()).toBe(true);
  expect(canBeThere("app/linked/route.ts", look)).toBe(true);
});

test("each folder is looked at once: what is made afterwards is another run's", () => {
  const look = folderLooks(root);
  expect(look("app/api/tags")).toBe(undefined);
  mkdirSync(path.join(root, "app/api/tags"));
  expect(look("app/api/tags")).toBe(undefined);
  expect(folderLooks(root)("app/api/tags")?.isDirectory()).toBe(true);
});
