import { expect, test } from "vitest";
import { unservedName } from "../../../src/plan/unserved-names.js";
import { listingOf } from "../../../src/plan/listing.js";
import { treeConflicts } from "../../../src/plan/conflicts.js";
import { projectOf } from "../../support/pipeline.js";
import { treeWith } from "../../support/app-tree.js";

test.each(["café", "über", "日本", "s p", "[id]x", "x[id]", "[id].json"])("%s is never served", (name) => {
  expect(unservedName(["api", name, "posts"])).toBe(name);
});

test.each([
  "posts",
  "v1.0",
  "a-b_c~d",
  "a+b",
  "$x",
  "[id]",
  "[...slug]",
  "[[...slug]]",
  "[größe]",
  "a%20b",
  "[x",
  "x]",
])("%s is served, or was not looked at", (name) => {
  expect(unservedName(["api", name])).toBeUndefined();
});

const checked = (...files: string[]) => treeConflicts({ ...projectOf("16.4.6"), tree: treeWith(files) });

test("a check tells a route that is never served", () => {
  expect(checked("app/api/über/[id]/route.ts", "app/api/posts/route.ts")).toEqual({
    problems: [
      {
        code: "NAME_UNSERVED",
        message:
          "app/api/über/[id]/route.ts lies in the folder `über`, a name that Next.js finds in no URL. Next.js 16.4.6 builds it without a word, and answers 404 in its place.",
        hint: "Rename the folder to `uber`.",
        path: "app/api/über/[id]/route.ts",
      },
    ],
    warnings: [],
  });
  expect(checked("app/api/posts/[id]x/route.ts").problems).toMatchObject([
    { code: "NAME_UNSERVED", hint: "Give the parameter a folder of its own, e.g. `[id]`." },
  ]);
  expect(checked("app/api/日本/route.ts").problems).toMatchObject([{ hint: "Rename the folder." }]);
});

test("a check tells nothing of groups, slots and pages", () => {
  const files = ["app/(über uns)/api/posts/route.ts", "app/@größe/api/tags/route.ts", "app/über/page.tsx"];
  expect(checked(...files)).toEqual({ problems: [], warnings: [] });
});

test("a listing tells it too", () => {
  const read = new Map([["app/api/über/route.ts", { handlers: [], refused: [], unread: undefined }]]);
  expect(listingOf(read as never, projectOf(), []).warnings).toEqual([
    {
      code: "NEVER_SERVED",
      message: "app/api/über/route.ts is never served: Next.js finds the folder `über` in no URL.",
    },
  ]);
});
