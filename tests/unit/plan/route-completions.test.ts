import { expect, test } from "vitest";
import { routeCompletions } from "../../../src/plan/route-completions.js";
import { treeWith } from "../../support/app-tree.js";

const completionsIn = (base: string, ...files: string[]) => routeCompletions({ base, tree: treeWith(files) });

test("a route can go on from every folder that has handlers in it or further down", () => {
  expect(
    completionsIn(
      "app/api",
      "app/api/users/[id]/orders/route.ts",
      "app/api/users/route.ts",
      "app/api/(admin)/news/route.ts",
    ),
  ).toEqual(["(admin)/", "(admin)/news/", "users/", "users/[id]/", "users/[id]/orders/"]);
});

test("pages, other places and the base folder itself are none", () => {
  expect(
    completionsIn(
      "app/api",
      "app/api/route.ts",
      "app/api/docs/page.tsx",
      "app/feed/route.ts",
      "app/api2/x/route.ts",
    ),
  ).toEqual([]);
  expect(completionsIn("app", "app/feed/route.ts")).toEqual(["feed/"]);
});
