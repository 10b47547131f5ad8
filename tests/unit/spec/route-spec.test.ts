import fc from "fast-check";
import { expect, test } from "vitest";
import { failOnProblems, RunError, type ErrorCode } from "../../../src/errors.js";
import { authNames } from "../../../src/spec/auth.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { folderOf, isParameter } from "../../../src/spec/segments.js";
import { methodSubset, route } from "../../support/arbitraries.js";
import { requestOf } from "../../support/pipeline.js";

/** Each route with its methods, e.g. `posts/[id] GET,PATCH,DELETE`. */
function specsOf(routes: string[], options: Partial<RouteRequest> = {}): string[] {
  const { specs, problems } = parseRouteSpecs(requestOf(routes, options));
  failOnProblems(problems);
  return specs.map(({ path, methods }) => `${path.segments.map(folderOf).join("/")} ${methods.join(",")}`);
}

function problemsOf(routes: string[], options: Partial<RouteRequest> = {}) {
  return parseRouteSpecs(requestOf(routes, options)).problems;
}

const codesOf = (routes: string[], options: Partial<RouteRequest> = {}) =>
  problemsOf(routes, options).map(({ code }) => code);

test.each([
  ["posts", "collection", "posts GET,POST"],
  ["(admin)", "collection", "(admin) GET,POST"],
  ["posts/:id", "item", "posts/[id] GET,PATCH,DELETE"],
  [":id", "item", "[id] GET,PATCH,DELETE"],
  ["posts/:id/(x)", "item", "posts/[id]/(x) GET,PATCH,DELETE"],
  ["docs/*slug", "catch-all", "docs/[...slug] GET"],
  ["docs/*slug?", "optional-catch-all", "docs/[[...slug]] GET"],
])("%s is a %s and gets the methods of its kind", (text, kind, expected) => {
  expect(specsOf([text])).toEqual([expected]);
  expect(parseRouteSpecs(requestOf([text])).specs[0]?.kind).toBe(kind);
});

test.each([
  [["GET,POST"], "GET,POST"],
  [["post,get"], "GET,POST"],
  [["Post", "gEt"], "GET,POST"],
  [["GET POST"], "GET,POST"],
  [["GET, POST"], "GET,POST"],
  [["GET;POST"], "GET,POST"],
  [["GET|POST"], "GET,POST"],
  [[",GET,,GET,", "GET"], "GET"],
  [["OPTIONS,DELETE,PATCH,PUT,POST,HEAD,GET"], "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS"],
])("--methods %j is %s", (methods, expected) => {
  expect(specsOf(["posts"], { methods })).toEqual([`posts ${expected}`]);
});

test("an unknown method is refused, with the one that was meant", () => {
  expect(problemsOf(["posts"], { methods: ["GET,PACTH,trace"] })).toEqual([
    {
      code: "METHOD_UNKNOWN",
      message: '"PACTH" is not a method that a route handler can export.',
      hint: "Did you mean PATCH? The methods are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.",
    },
    {
      code: "METHOD_UNKNOWN",
      message: '"trace" is not a method that a route handler can export.',
      hint: "The methods are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.",
    },
  ]);
  expect(codesOf(["posts"], { methods: ["constructor"] })).toEqual(["METHOD_UNKNOWN"]);
});

test.each([[[""]], [[","]], [[" ", ""]]])("--methods %j names none and is refused", (methods) => {
  expect(codesOf(["posts"], { methods })).toEqual(["METHOD_UNKNOWN"]);
});

test.each<[string, Partial<RouteRequest>, string]>([
  ["posts", { dynamic: true }, "posts/[id] GET,PATCH,DELETE"],
  ["posts", { dynamic: "postId" }, "posts/[postId] GET,PATCH,DELETE"],
  ["posts", { dynamic: "[postId]" }, "posts/[postId] GET,PATCH,DELETE"],
  ["posts", { dynamic: ":postId" }, "posts/[postId] GET,PATCH,DELETE"],
  ["docs", { catchAll: true }, "docs/[...slug] GET"],
  ["docs", { catchAll: "path" }, "docs/[...path] GET"],
  ["docs", { catchAll: "[...path]" }, "docs/[...path] GET"],
  ["docs", { catchAll: "*path" }, "docs/[...path] GET"],
  ["docs", { catchAll: "*path?" }, "docs/[...path] GET"],
  ["docs", { optional: true }, "docs/[[...slug]] GET"],
  ["docs", { catchAll: true, optional: true }, "docs/[[...slug]] GET"],
  ["docs", { catchAll: "path", optional: true }, "docs/[[...path]] GET"],
  ["users/:id/orders", { dynamic: true }, "users/[id]/orders/[orderId] GET,PATCH,DELETE"],
  [
    "users/:id/orders/:orderId/lines",
    { dynamic: true },
    "users/[id]/orders/[orderId]/lines/[lineId] GET,PATCH,DELETE",
  ],
  [":id", { dynamic: true }, "[id]/[itemId] GET,PATCH,DELETE"],
  ["blog/:slug/docs", { catchAll: true }, "blog/[slug]/docs/[...docSlug] GET"],
  [":i-d/posts", { dynamic: true }, "[i-d]/posts/[postId] GET,PATCH,DELETE"],
])("%s with %j is %s", (text, options, expected) => {
  expect(specsOf([text], options)).toEqual([expected]);
});

test.each<[string[], Partial<RouteRequest>, string[]]>([
  [["posts"], {}, ["posts GET,POST", "posts/[id] GET,PATCH,DELETE"]],
  [["posts/:slug"], {}, ["posts GET,POST", "posts/[slug] GET,PATCH,DELETE"]],
  [["users/:id/orders"], {}, ["users/[id]/orders GET,POST", "users/[id]/orders/[orderId] GET,PATCH,DELETE"]],
  [["posts"], { dynamic: "slug" }, ["posts GET,POST", "posts/[slug] GET,PATCH,DELETE"]],
  [["posts"], { methods: ["GET"] }, ["posts GET", "posts/[id] GET"]],
  [["posts"], { methods: ["GET,POST,PUT"] }, ["posts GET,POST", "posts/[id] GET,PUT"]],
  [["posts"], { methods: ["POST,DELETE"] }, ["posts POST", "posts/[id] DELETE"]],
])("%j with --crud and %j is %j", (routes, options, expected) => {
  expect(specsOf(routes, { ...options, crud: true })).toEqual(expected);
});

test("--crud knows an item below a group as an item", () => {
  expect(specsOf(["posts/:id/(x)"], { crud: true })).not.toContain(
    "posts/[id]/(x)/[postId] GET,PATCH,DELETE",
  );
});

test.each<[Partial<RouteRequest>, string]>([
  [{ dynamic: true, catchAll: true }, "--dynamic"],
  [{ dynamic: "id", optional: true }, "--dynamic"],
  [{ crud: true, catchAll: true }, "--crud"],
  [{ crud: true, methods: ["POST"] }, "--crud"],
  [{ crud: true, methods: ["PATCH,DELETE"] }, "--crud"],
])("%j cannot go together", (options, named) => {
  const [problem] = problemsOf(["posts"], options);
  expect(problem?.code).toBe("USAGE");
  expect(problem!.message).toContain(named);
});

test.each<[string, Partial<RouteRequest>, ErrorCode]>([
  ["docs/*slug", { dynamic: true }, "CATCH_ALL_NOT_LAST"],
  ["docs/*slug?", { catchAll: "rest" }, "CATCH_ALL_NOT_LAST"],
  ["posts/:id", { dynamic: "id" }, "PARAM_REPEATED"],
  ["posts", { dynamic: "" }, "ROUTE_INVALID"],
  ["posts", { dynamic: "a b" }, "ROUTE_INVALID"],
  ["posts", { dynamic: "../x" }, "ROUTE_INVALID"],
  ["posts", { catchAll: "__proto__" }, "ROUTE_INVALID"],
])("%s cannot end in what %j asks for", (text, options, code) => {
  expect(codesOf([text], options)).toEqual([code]);
});

test("without a route there is nothing to do", () => {
  expect(codesOf([])).toEqual(["ROUTE_MISSING"]);
});

test.each([
  [{ dynamic: "posts" }, '"posts" was read as the value of -d.'],
  [{ dynamic: true as const, catchAll: "docs" }, '"docs" was read as the value of -c.'],
  [{ auth: "posts" }, '"posts" was read as the value of -a.'],
  [{ auth: "bearer" }, "Name one, e.g. `create-api-route posts`,"],
  [{ auth: "none" }, "Name one, e.g. `create-api-route posts`,"],
])("without a route, %j is asked whether it was meant as one", (options, hint) => {
  const { problems } = parseRouteSpecs(requestOf([], options));
  expect(problems.find(({ code }) => code === "ROUTE_MISSING")?.hint).toContain(hint);
});

test("what an option makes of a route is told as it was asked for", () => {
  const { problems } = parseRouteSpecs(requestOf(["docs/*slug"], { dynamic: true }));
  expect(problems.map(({ message }) => message)).toEqual([
    '"docs/[...slug]/[id]": "[...slug]" takes the rest of the URL, so nothing can follow it.',
  ]);
});

test("a route that names another app folder is not lost behind its twin", () => {
  const { specs } = parseRouteSpecs(requestOf(["app/api/x/route.ts", "src/app/api/x/route.ts"]));
  expect(specs).toHaveLength(2);
});

test("everything that is wrong with a run is told at once", () => {
  expect(
    codesOf(["../x", "list", "posts", "_y"], { methods: ["FETCH"], dynamic: true, catchAll: true }),
  ).toEqual(["METHOD_UNKNOWN", "USAGE", "ROUTE_OUTSIDE_APP", "ROUTE_RESERVED", "ROUTE_INVALID"]);
});

test("a wrong option is told once, however many routes there are", () => {
  const told = (): unknown => {
    try {
      failOnProblems(problemsOf(["posts", "tags"], { dynamic: "a b" }));
      return [];
    } catch (error) {
      return error instanceof RunError ? error.problems.map(({ code }) => code) : error;
    }
  };
  expect(told()).toEqual(["ROUTE_INVALID"]);
});

test("--crud makes no item where the collection has to be", () => {
  const { specs, problems } = parseRouteSpecs(requestOf([":tenant/:id"], { crud: true }));
  if (problems.length === 0) expect(specs.map(({ kind }) => kind)).toEqual(["collection", "item"]);
});

test("--crud makes a collection and an item, or says why not", () => {
  fc.assert(
    fc.property(route, methodSubset, (text, methods) => {
      const [asked] = parseRouteSpecs(requestOf([text])).specs;
      fc.pre(!asked?.path.segments.slice(-2).every(({ kind }) => kind === "dynamic"));
      const { specs, problems } = parseRouteSpecs(requestOf([text], { methods, crud: true }));
      if (problems.length > 0) {
        expect(problems.map(({ code }) => code)).toContain("USAGE");
        return;
      }
      expect(specs.map(({ kind }) => kind)).toEqual(["collection", "item"]);
      for (const spec of specs) {
        expect(spec.methods.length).toBeGreaterThan(0);
        const names = spec.path.segments.filter(isParameter).map(({ name }) => name.replace(/\W/g, ""));
        expect(new Set(names).size).toBe(names.length);
      }
    }),
  );
});

test("the methods of a spec are those that were asked for, in the order of the table", () => {
  fc.assert(
    fc.property(route, methodSubset, fc.boolean(), (text, methods, fallbacks) => {
      const asked = [...methods].reverse().map((method) => method.toLowerCase());
      const { specs, problems } = parseRouteSpecs(requestOf([text], { methods: asked, fallbacks }));
      expect(problems).toEqual([]);
      expect(specs).toMatchObject([{ methods, fallbacks }]);
    }),
  );
});

test.each([
  [
    { template: "serach" },
    "TEMPLATE_UNKNOWN",
    "Did you mean search? There are resource, basic, text, search, form, cookies.",
  ],
  [
    { auth: "baerer" },
    "AUTH_UNKNOWN",
    `Did you mean bearer? There are ${[...authNames, "none"].join(", ")}.`,
  ],
] as const)("%j is told with the nearest name", (options, code, hint) => {
  expect(problemsOf(["posts"], options)).toMatchObject([{ code, hint }]);
});

test("a template brings its own methods, unless others are asked for; --auth alone is bearer", () => {
  expect(specsOf(["session"], { template: "cookies" })).toEqual(["session GET,POST,DELETE"]);
  expect(specsOf(["users/:id"], { template: "Basic", methods: ["PUT"] })).toEqual(["users/[id] PUT"]);
  expect(parseRouteSpecs(requestOf(["posts"], { auth: true })).specs[0]?.auth).toBe("any");
});
