import { describe, expect, test } from "vitest";
import { targetsOf } from "../../../src/plan/targets.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs, type RouteSpec } from "../../../src/spec/route-spec.js";
import { projectOf, requestOf } from "../../support/pipeline.js";

const spec = (
  route: string,
  options: Partial<RouteRequest> = {},
  more: Partial<RouteSpec> = {},
): RouteSpec => ({
  ...parseRouteSpecs(requestOf([route], options)).specs[0]!,
  ...more,
});
const at = (line: number) => ({ file: "r.yml", line, column: 3 });
const located = (...specs: RouteSpec[]) => {
  const { targets, problems } = targetsOf(specs, projectOf());
  return { folders: targets.map(({ location }) => location.folder), problems };
};

describe("a route that is asked for twice", () => {
  test.each<[RouteSpec, RouteSpec]>([
    [spec("posts"), spec("/api/posts")],
    [spec("posts/:id"), spec("app/api/posts/[id]/route.ts")],
    [spec("posts", { methods: ["POST,GET"] }), spec("posts")],
    [spec("posts", {}, { at: at(1) }), spec("posts", {}, { at: at(2), habits: [] })],
    [
      spec("posts", {}, { habits: [["quotes", "single"], ["indent", "4"]] }), // prettier-ignore
      spec("posts", {}, { habits: [["indent", "4"], ["quotes", "single"]] }), // prettier-ignore
    ],
  ])("is taken once where the two are the same", (first, second) => {
    const { folders, problems } = located(first, second);
    expect(folders).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test.each<[what: string, second: RouteSpec]>([
    ["methods", spec("posts", { methods: ["GET"] })],
    ["template", spec("posts", { template: "basic", methods: ["GET,POST"] })],
    ["auth", spec("posts", { auth: "bearer" })],
    ["role", spec("posts", {}, { role: "admin" })],
    ["fields", spec("posts", { fields: ["body"] })],
    ["validation", spec("posts", { validate: "none" })],
    ["data", spec("posts", { data: "none" })],
    ["test", spec("posts", { test: "vitest" })],
    ["file ending", spec("app/api/posts/route.tsx")],
    ["fallbacks", spec("posts", { fallbacks: false })],
    ["habits", spec("posts", {}, { habits: [["quotes", "single"]] })],
  ])("with other %s is a problem", (_what, second) => {
    const hint = "Make one of the two, with all that is wanted.";
    expect(located(spec("posts"), second).problems).toEqual([
      { code: "ROUTE_REPEATED", message: "posts is asked for twice, in different ways.", hint },
    ]);
    expect(located(spec("posts", {}, { at: at(3) }), { ...second, at: at(5) }).problems).toEqual([
      {
        code: "ROUTE_REPEATED",
        message: "posts is asked for twice, in different ways: first at r.yml:3:3.",
        hint,
        at: at(5),
      },
    ]);
  });
});

test("a route that has no place in the app is told with where it was asked for", () => {
  expect(located(spec("/posts", {}, { at: at(7) })).problems).toMatchObject([
    { code: "ROUTE_OUTSIDE_APP", at: at(7) },
  ]);
});
