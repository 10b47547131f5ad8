import { expect, test } from "vitest";
import { templates } from "../../../src/plan/templates.js";
import { methods } from "../../../src/spec/methods.js";
import { routeKinds, type RouteKind } from "../../../src/spec/route-kinds.js";
import { templateNames } from "../../../src/spec/templates.js";
import { renderRoutes } from "../../support/pipeline.js";

const routes: Record<RouteKind, string> = {
  collection: "posts",
  item: "posts/[id]",
  "catch-all": "docs/[...slug]",
  "optional-catch-all": "docs/[[...slug]]",
};

/** The logger is imported by what a template says of its handlers, and called by what its partials have in them. */
test.each(templateNames)("%s says of each handler whether it logs", (template) => {
  let handlers = 0;
  for (const kind of Object.keys(routeKinds) as RouteKind[]) {
    for (const method of methods) {
      const parts = templates[template].roleOf(kind, [method], { isPaged: false, hasDuplicates: false })
        .handlers[method];
      if (!parts) continue;
      const [route] = renderRoutes([routes[kind]], { template, methods: [method] });
      expect([kind, method, parts.logs === true]).toEqual([
        kind,
        method,
        route?.text.includes("console.error("),
      ]);
      handlers += 1;
    }
  }
  expect(handlers).toBeGreaterThan(20);
});
