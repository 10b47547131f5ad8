import { expect, test } from "vitest";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { RunError } from "../../../src/errors.js";
import { projectOf, renderRoutes } from "../../support/pipeline.js";

const exported = projectOf("16.4.6", { isExported: true });

test.each<[route: string, options: Partial<RouteRequest>, text: string]>([
  ["posts", {}, "/api/posts would have no POST:"],
  ["posts/:id", {}, "/api/posts/[id] would have no PATCH, DELETE:"],
  ["posts", { methods: ["GET,OPTIONS"] }, "/api/posts would have no OPTIONS:"],
  ["posts", { methods: ["HEAD"] }, "/api/posts would have no HEAD:"],
  ["posts/:id", { methods: ["GET"] }, "The GET of /api/posts/[id] has parameters:"],
  ["posts", { methods: ["GET"], auth: "bearer" }, "The GET of /api/posts depends on the request:"],
  [
    "posts/search",
    { methods: ["GET"], template: "search" },
    "The GET of /api/posts/search depends on the request:",
  ],
  ["theme", { methods: ["GET"], template: "cookies" }, "The GET of /api/theme depends on the request:"],
])("in a static export %s with %j is refused", (route, options, text) => {
  const run = () => renderRoutes([route], options, exported);
  expect(run).toThrow(RunError);
  expect(run).toThrow(text);
});

test("in a static export with cacheComponents no handler can be built", () => {
  const both = projectOf("16.4.6", { isExported: true, cacheComponents: true });
  expect(() => renderRoutes(["posts"], { methods: ["GET"] }, both)).toThrow("leave no way");
});

test.each(["resource", "basic", "text"])(
  "a GET of the template %s is made at build, and nothing else is exported",
  (template) => {
    const [file] = renderRoutes(["posts"], { methods: ["GET"], template }, exported);
    expect(file?.text).toContain('export const dynamic = "force-static";');
    expect(file?.text.match(/^export .*(?=[(=])/gm)).toHaveLength(2);
  },
);
