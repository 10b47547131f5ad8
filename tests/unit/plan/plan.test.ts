import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failOnProblems } from "../../../src/errors.js";
import type { Project } from "../../../src/model.js";
import { freeVariable, isFreeType } from "../../../src/plan/identifiers.js";
import { plan } from "../../../src/plan/plan.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { isMethod, methods } from "../../../src/spec/methods.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { folderOf } from "../../../src/spec/segments.js";
import { anyRoute, staticName } from "../../support/arbitraries.js";
import { projectOf, renderRoutes, requestOf } from "../../support/pipeline.js";
import { namesIn } from "./scopes.js";

function planned(routes: string[], options: Partial<RouteRequest> = {}, project: Project = projectOf()) {
  const { specs, problems } = parseRouteSpecs(requestOf(routes, options));
  failOnProblems(problems);
  const { targets, problems: misplaced } = targetsOf(specs, project);
  const result = plan(targets, project, () => ({ there: undefined, habits: noHabits }));
  return { plan: result.plan, problems: [...misplaced, ...result.problems] };
}

const pathsOf = (routes: string[], options: Partial<RouteRequest> = {}) =>
  planned(routes, options).plan.files.map(({ path }) => path);

function textOf(path: string, routes: string[], options: Partial<RouteRequest> = {}): string {
  const file = renderRoutes(routes, options).find((each) => each.path === path);
  return file?.text ?? `${path} is missing`;
}

test.each<[string[], Partial<RouteRequest>, string[]]>([
  [["posts"], {}, ["posts/route.ts", "posts/data.ts"]],
  [["posts/:id"], {}, ["posts/[id]/route.ts", "posts/data.ts"]],
  [["posts"], { crud: true }, ["posts/route.ts", "posts/[id]/route.ts", "posts/data.ts"]],
  [["posts"], { methods: ["OPTIONS"] }, ["posts/route.ts"]],
  [["posts"], { methods: ["HEAD"] }, ["posts/route.ts"]],
  [["docs/*slug"], {}, ["docs/[...slug]/route.ts"]],
  [["docs/*slug"], { methods: ["GET,PUT"] }, ["docs/[...slug]/route.ts", "docs/[...slug]/data.ts"]],
  [
    ["posts/:id", "posts/[id]", "./posts/[id]/", "/api/posts/[id]"],
    {},
    ["posts/[id]/route.ts", "posts/data.ts"],
  ],
  [["posts/route.tsx"], {}, ["posts/route.tsx", "posts/data.ts"]],
])("%j with %j needs %j", (routes, options, paths) => {
  expect(pathsOf(routes, options)).toEqual(paths.map((path) => `app/api/${path}`));
});

test("a route file says where it is served and what it handles, a module what is needed of it", () => {
  expect(planned(["posts", "posts/:id"]).plan.files.map(({ purpose }) => purpose)).toEqual([
    {
      kind: "route",
      route: "/api/posts",
      methods: ["GET", "POST"],
      adds: ["GET", "POST"],
      open: [{ method: "POST", through: undefined }],
      needs: undefined,
      habits: [],
      trial: { method: "GET", sends: "nothing", body: "", header: undefined },
    },
    {
      kind: "route",
      route: "/api/posts/[id]",
      methods: ["GET", "PATCH", "DELETE"],
      adds: ["GET", "PATCH", "DELETE"],
      open: [
        { method: "PATCH", through: undefined },
        { method: "DELETE", through: undefined },
      ],
      needs: undefined,
      habits: [],
      trial: { method: "GET", sends: "nothing", body: "", header: undefined },
    },
    {
      kind: "module",
      summary: "sample data: replace it with your database",
      exports: [
        "createPost",
        "deletePost",
        "fetchPost",
        "fetchPosts",
        "parseNewPost",
        "parsePostChanges",
        "parsePostQuery",
        "updatePost",
      ],
      neededBy: ["app/api/posts/route.ts", "app/api/posts/[id]/route.ts"],
      shapedBy: [],
    },
  ]);
  expect(planned(["posts"]).plan.files[1]?.purpose).toEqual({
    kind: "module",
    summary: "sample data: replace it with your database",
    exports: ["createPost", "fetchPosts", "parseNewPost", "parsePostQuery"],
    neededBy: ["app/api/posts/route.ts"],
    shapedBy: [],
  });
});

test("every place that is wrong is told, and the warnings of the project go with the plan", () => {
  const warnings = [{ code: "TWO_APP_FOLDERS", message: "…" }] as const;
  const { plan: wanted, problems } = planned(["/x", "/y", "z"], {}, { ...projectOf(), warnings });
  expect(problems.map(({ code }) => code)).toEqual(["ROUTE_OUTSIDE_APP", "ROUTE_OUTSIDE_APP"]);
  expect(wanted.warnings).toEqual(warnings);
  expect(wanted.files.map(({ path }) => path)).toEqual(["app/api/z/route.ts", "app/api/z/data.ts"]);
});

test("one folder gets one route file", () => {
  expect(
    pathsOf(["posts", "app/api/posts/route.tsx"]).filter((path) => path.includes("/route.")),
  ).toHaveLength(1);
});

describe("a collection and its item share one module", () => {
  test.each([
    ["posts", "posts/:id"],
    ["users/:id/orders", "users/:id/orders/:orderId"],
    ["(admin)/posts", "(admin)/posts/:slug"],
    [":tenant/posts", ":tenant/posts/:post"],
  ])("%s and %s", (collection, item) => {
    const modules = (routes: string[]) =>
      renderRoutes(routes)
        .filter(({ purpose }) => purpose.kind === "module")
        .map(({ path, text }) => ({ path, text }));
    const [shared, ...more] = modules([collection, item]);
    expect(more).toEqual([]);
    expect(shared!.text).toContain("export async function");
    for (const routes of [[item, collection], [collection], [item]]) {
      expect(modules(routes)).toEqual([shared]);
    }
  });

  test("the text is the same from either side, whatever the names", () => {
    fc.assert(
      fc.property(anyRoute, ({ routes: [route = ""], options, project }) => {
        const { specs, problems } = parseRouteSpecs(requestOf([route], { ...options, crud: true }));
        fc.pre(problems.length === 0 && specs[0]?.kind === "collection");
        const data = (routes: string[], crud: boolean) =>
          renderRoutes(routes, { crud }, project)
            .filter(({ purpose }) => purpose.kind === "module")
            .map(({ path, text }) => ({ path, text }));
        const [collection, item] = specs.map(({ path }) => path.segments);
        const asked = (segments: typeof collection) => `./${segments!.map(folderOf).join("/")}`;
        expect(data([asked(collection)], false)).toEqual(data([asked(item)], false));
        expect(data([route], true)).toEqual(data([asked(item)], false));
      }),
      { numRuns: 100 },
    );
  });

  test("an item below a group keeps its things where the collection has them", () => {
    const key = /Symbol\.for\(.*\)/;
    const collection = key.exec(textOf("app/api/posts/data.ts", ["posts"]))?.[0];
    const item = renderRoutes(["posts/:id/(x)"]).map(({ text }) => key.exec(text)?.[0]);
    expect(item).toContain(collection);
  });
});

test("a pasted path makes the same files as the short form", () => {
  fc.assert(
    fc.property(anyRoute, ({ routes, options, project }) => {
      const short = renderRoutes(routes, options, project);
      const file = short.find(({ purpose }) => purpose.kind === "route")!.path;
      expect(renderRoutes([file], options, project)).toEqual(short);
    }),
    { numRuns: 100 },
  );
});

test("the order in which routes are asked for changes no file", () => {
  fc.assert(
    fc.property(fc.uniqueArray(staticName, { minLength: 2, maxLength: 3 }), (names) => {
      fc.pre(new Set(names.map((name) => name.toLowerCase())).size === names.length);
      const byPath = (routes: string[]) =>
        renderRoutes(routes.map((name) => `./${name}`)).sort((a, b) => (a.path < b.path ? -1 : 1));
      expect(byPath([...names].reverse())).toEqual(byPath(names));
    }),
    { numRuns: 30 },
  );
});

describe("what the templates use is not given to the user's names", () => {
  const routes = [
    "zebras",
    "zebras/:zebraId",
    ":zebraOwner/zebras",
    ":zebraA/:zebraB/zebras/:zebraId",
    "zebras/*zebraPath",
  ];
  const projects = [
    projectOf("13.5.11"),
    projectOf("16.4.6"),
    projectOf("16.4.6", { cacheComponents: true }),
  ];
  const texts = projects.flatMap((project) =>
    [methods, ["GET"], ["PUT,DELETE"]].flatMap((asked) =>
      [true, false].flatMap((fallbacks) =>
        routes.flatMap((route) =>
          renderRoutes([route], { methods: asked, fallbacks }, project).map(({ text }) => text),
        ),
      ),
    ),
  );

  test("variables", () => {
    const used = new Set(texts.flatMap((text) => [...namesIn(text).variables]));
    // These are kept apart from the user's names where they meet; segment config, and what only the check of a query has, never do.
    const harmless = ["id", "title", "query", "dynamic", "page", "limit", "issues", "text", "max", "number"];
    const own = [...used].filter(
      (name) => !/zebra/i.test(name) && !isMethod(name) && !harmless.includes(name),
    );
    expect(own).toEqual(expect.arrayContaining(["allow", "body", "error", "readId", "start", "store"]));
    expect(own.filter((name) => freeVariable([name], new Set()) === name).sort()).toEqual([]);
  });

  test("types", () => {
    const used = new Set(texts.flatMap((text) => [...namesIn(text).types]));
    const own = [...used].filter((name) => !/zebra/i.test(name) && name !== "T");
    expect(own).toEqual(expect.arrayContaining(["Context", "Map", "Parsed", "Promise", "Request"]));
    expect(own.filter((name) => isFreeType(name)).sort()).toEqual([]);
  });
});

test("two routes of a run that share a data module have to say the same of the resource", () => {
  const both = (...each: [route: string, options: Partial<RouteRequest>][]) => {
    const specs = each.flatMap(([route, options]) => parseRouteSpecs(requestOf([route], options)).specs);
    const { targets } = targetsOf(specs, projectOf());
    return plan(targets, projectOf(), () => ({ there: undefined, habits: noHabits })).problems;
  };
  const fields = ["title:string,views:int"];
  expect(both(["posts", { fields }], ["posts/[id]", { fields }])).toEqual([]);
  for (const other of [{}, { fields: ["name"] }, { fields, data: "none" }]) {
    const [problem] = both(["posts", { fields }], ["posts/[id]", other]);
    expect(problem).toMatchObject({ code: "ROUTE_REPEATED", path: "app/api/posts/data.ts" });
    expect(problem?.message).toContain("/api/posts/[id] shares app/api/posts/data.ts with another route");
  }
  // It is told where that route is asked for, though the file lies nearer to the other one.
  const at = (line: number) => ({ file: "routes.yml", line, column: 3 });
  const specs = [
    ...parseRouteSpecs(requestOf(["posts"], { fields }), () => at(1)).specs,
    ...parseRouteSpecs(requestOf(["posts/[id]"]), () => at(4)).specs,
  ];
  const { targets } = targetsOf(specs, projectOf());
  const { problems } = plan(targets, projectOf(), () => ({ there: undefined, habits: noHabits }));
  expect(problems).toMatchObject([{ path: "app/api/posts/data.ts", at: at(4) }]);
});
