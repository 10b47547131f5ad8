import { expect, test } from "vitest";
import type { DrizzleHere, DrizzleResource } from "../../../src/project/drizzle/resource.js";
import type { NextConfig } from "../../../src/project/next-defaults.js";
import { render } from "../../../src/render/render.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { drizzleWithPosts } from "../../support/drizzle-with-posts.js";
import { everyLibrary } from "../../support/every-library.js";
import { planRoutes, projectOf, renderTemplate } from "../../support/pipeline.js";

/** The address that POST answers, as the route file has it. */
function locationIn(
  route: string,
  options: Partial<RouteRequest>,
  { drizzle = drizzleWithPosts, config = {} }: { drizzle?: DrizzleHere; config?: Partial<NextConfig> } = {},
): string | undefined {
  const plan = planRoutes(
    [route],
    { methods: ["POST"], validate: "none", ...options },
    projectOf("16.4.6", config),
    {
      stack: { ...everyLibrary, drizzle },
    },
  );
  const [file] = render(plan, renderTemplate).filter(({ path }) => path.endsWith("route.ts"));
  return /Location:\s+(`.*`)/.exec(file?.text ?? "")?.[1];
}

test.each([
  [
    { name: "code", type: "string", isGenerated: false, isFromDatabase: false },
    "`/api/posts/${encodeURIComponent(post.code)}`",
  ],
  // What makes it up is not known, nor what it is made of.
  [
    { name: "id", type: "string", isGenerated: true, isFromDatabase: false },
    "`/api/posts/${encodeURIComponent(post.id)}`",
  ],
  [{ name: "id", type: "uuid", isGenerated: true, isFromDatabase: true }, "`/api/posts/${post.id}`"],
  [{ name: "id", type: "int", isGenerated: true, isFromDatabase: true }, "`/api/posts/${post.id}`"],
] as const)("the address of a row whose key is %o is %s", (id, address) => {
  expect(locationIn("posts", { data: "drizzle" }, { drizzle: drizzleWith({ id }) })).toBe(address);
});

test("a function that somebody fills in can make any text an id, and the sample store makes UUIDs", () => {
  expect(locationIn("posts", { data: "none" })).toBe("`/api/posts/${encodeURIComponent(post.id)}`");
  expect(locationIn("posts", { data: "sample" })).toBe("`/api/posts/${post.id}`");
});

function drizzleWith(changes: Partial<DrizzleResource["table"]>): DrizzleHere {
  return {
    ...drizzleWithPosts,
    resource: (...asked) => {
      const found = drizzleWithPosts.resource(...asked);
      return "table" in found ? { ...found, table: { ...found.table, ...changes } } : found;
    },
  };
}
