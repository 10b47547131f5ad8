import { expect, test } from "vitest";
import { nearestRoutes } from "../../../../src/project/habits/nearest.js";

const routes = [
  "app/api/users/[id]/route.ts",
  "app/api/users/route.ts",
  "app/api/blog/posts/drafts/route.ts",
  "app/api/blog/tags/route.ts",
  "app/health/route.ts",
];

test("the deepest folder in common comes first, then the fewest folders below it, then the path", () => {
  const near = nearestRoutes("app/api/blog/posts", routes, { all: 8, dynamic: 0 });
  expect(near).toEqual([
    { path: "app/api/blog/posts/drafts/route.ts", up: 0, down: 1 },
    { path: "app/api/blog/tags/route.ts", up: 1, down: 1 },
    { path: "app/api/users/route.ts", up: 2, down: 1 },
    { path: "app/api/users/[id]/route.ts", up: 2, down: 2 },
    { path: "app/health/route.ts", up: 3, down: 1 },
  ]);
});

test("a route with parameters also hears the nearest that have some", () => {
  const counts = { all: 1, dynamic: 1 };
  const paths = (folder: string) => nearestRoutes(folder, routes, counts).map(({ path }) => path);
  expect(paths("app/api/blog/[slug]")).toEqual(["app/api/blog/tags/route.ts", "app/api/users/[id]/route.ts"]);
  expect(paths("app/api/blog/posts")).toEqual(["app/api/blog/posts/drafts/route.ts"]);
});
