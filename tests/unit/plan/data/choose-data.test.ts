import { expect, test } from "vitest";
import { dataFor } from "../../../../src/plan/data/choose-data.js";
import type { SourcePlace } from "../../../../src/plan/data/write-source.js";
import { resourceNames } from "../../../../src/plan/resource-names.js";
import { noDrizzleHere } from "../../../../src/project/drizzle/resource.js";
import { noPrismaHere } from "../../../../src/project/prisma/resource.js";
import { defaultFields } from "../../../../src/spec/fields.js";
import { drizzleWithPosts } from "../../../support/drizzle-with-posts.js";

const place = (changes: Partial<SourcePlace> = {}): SourcePlace => ({
  fields: defaultFields,
  isTree: false,
  isSearch: false,
  isChecked: false,
  segment: "posts",
  parents: [],
  names: resourceNames("posts", new Set(["id"])),
  importPath: (path) => `@/${path.replace(/\.\w+$/, "")}`,
  drizzle: drizzleWithPosts,
  prisma: noPrismaHere,
  ...changes,
});

const lacking = {
  names: [],
  isFor: () => true,
  resource: () => [
    { why: "the table has no primary key", way: "Give it one" },
    { why: "there is no database", way: "Write one" },
  ],
};

test("a table of the app is taken where it is for the resource, and not for a search or a tree", () => {
  const stored = (changes?: Partial<SourcePlace>) => dataFor("any", place(changes)).source.plain;
  expect(stored()).toBe("resource/stores/drizzle");
  const sample = "resource/stores/plain";
  expect(stored({ segment: "users" })).toBe(sample);
  expect(stored({ segment: undefined })).toBe(sample);
  expect(stored({ isSearch: true })).toBe(sample);
  expect(stored({ isTree: true })).toBe("resource/stores/tree");
  expect(stored({ drizzle: noDrizzleHere })).toBe(sample);
});

test("all that a source lacks is told at once, asked for by name or not", () => {
  for (const choice of ["any", "drizzle"] as const) {
    expect(dataFor(choice, place({ drizzle: lacking })).problems).toEqual([
      {
        code: "DATA_MISSING",
        message: "--data drizzle cannot be had: the table has no primary key.",
        hint: "Give it one; or use --data sample.",
      },
      {
        code: "DATA_MISSING",
        message: "--data drizzle cannot be had: there is no database.",
        hint: "Write one; or use --data sample.",
      },
    ]);
  }
});

test("a table cannot be a tree, or what a search looks through", () => {
  for (const changes of [{ isTree: true }, { isSearch: true }])
    expect(dataFor("drizzle", place(changes)).problems).toHaveLength(1);
});

test("the table gives way to a variable of its own module", () => {
  const found = drizzleWithPosts.resource("posts", []);
  if (Array.isArray(found) || !("table" in found)) throw new Error("There is no table.");
  const named = (name: string) => ({
    names: [],
    isFor: () => true,
    resource: () => ({ ...found, table: { ...found.table, name } }),
  });
  const imported = (name: string) =>
    dataFor("any", place({ drizzle: named(name) })).source.imports.map(({ local }) => local);
  expect(imported("postsTable")).toEqual(["desc", "eq", "db", "postsTable"]);
  expect(imported("post")).toEqual(["desc", "eq", "db", "posts"]);
});
