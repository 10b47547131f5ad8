import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coveringSet, pairsOf } from "../../../src/check/covering-set.js";
import { triedPaths, triedRoutes, type Axes } from "../../../src/check/tried-routes.js";
import { methods } from "../../../src/spec/methods.js";
import { kindOf } from "../../../src/spec/route-kinds.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { builtIn, builtInTemplates, templateNames, templatesWith } from "../../../src/spec/templates.js";

const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 });

function allPairs(axes: readonly number[]): Set<string> {
  const rows = axes.flatMap((a, one) =>
    axes.slice(one + 1).flatMap((b, index) =>
      Array.from({ length: a * b }, (_, at) => {
        const row = axes.map(() => -1);
        row[one] = at % a;
        row[one + 1 + index] = Math.floor(at / a);
        return row;
      }),
    ),
  );
  return new Set(rows.flatMap(pairsOf).filter((pair) => !pair.includes("-1")));
}

test("every pair of values meets, in not many more rows than the two largest axes ask for", () => {
  fc.assert(
    fc.property(sizes, (axes) => {
      const rows = coveringSet(axes, (row) => row);
      const met = new Set(rows.flatMap(pairsOf));
      for (const pair of allPairs(axes)) expect(met).toContain(pair);
      const [first = 1, second = 1] = axes.toSorted((a, b) => b - a);
      expect(rows.length).toBeGreaterThanOrEqual(first * second);
      expect(rows.length).toBeLessThanOrEqual(2 * first * second + 10);
    }),
  );
});

describe("the routes that templates are tried with", () => {
  const guards = [undefined, "bearer", "clerk"].map((auth) => ({ auth, role: undefined }));
  const axes: Axes = {
    templates: builtInTemplates,
    guards: [...guards, { auth: "clerk", role: "admin" }],
    validations: ["zod", "none"],
    sources: ["sample", "none"],
    tests: [undefined, "vitest"],
    tables: [],
  };
  const tried = triedRoutes(axes);

  test("have every two of all that can be asked for together", () => {
    const values = tried.map((request) => {
      const {
        template,
        routes,
        auth,
        role,
        fallbacks,
        validate,
        data,
        test: runner,
        methods: asked,
      } = request;
      return [
        template ?? "",
        routes[0]!.replace(/^check-\d+\//, ""),
        `auth ${String(auth)} ${String(role)}`,
        `fallbacks ${String(fallbacks)}`,
        `validate ${String(validate)}`,
        `data ${String(data)}`,
        `test ${String(runner)}`,
        ...methods.map((method) => `${method} ${String(asked.includes(method))}`),
      ];
    });
    const met = new Set(
      values.flatMap((row) => row.flatMap((a, i) => row.slice(i + 1).map((b) => `${a} & ${b}`))),
    );
    const texts = [
      [...templateNames],
      [...triedPaths],
      axes.guards.map(({ auth, role }) => `auth ${String(auth)} ${String(role)}`),
      ["fallbacks true", "fallbacks false"],
      axes.validations.map((name) => `validate ${String(name)}`),
      axes.sources.map((name) => `data ${String(name)}`),
      axes.tests.map((name) => `test ${String(name)}`),
      ...methods.map((method) => [`${method} true`, `${method} false`]),
    ];
    const wanted = texts.flatMap((as, i) =>
      texts.slice(i + 1).flatMap((bs) => as.flatMap((a) => bs.map((b) => `${a} & ${b}`))),
    );
    expect(wanted.filter((pair) => !met.has(pair))).toEqual([]);
    expect(tried.length).toBeLessThan(60);
  });

  test("are each right by themselves, and the same every time", () => {
    expect(tried.flatMap((request) => parseRouteSpecs(request).problems)).toEqual([]);
    expect(triedRoutes(axes)).toEqual(tried);
  });

  test("keep a resource in each table of the app's own, in a list and one by one, checked and tested", () => {
    const tables = [{ data: "prisma", segment: "blog-post" }] as const;
    const requests = triedRoutes({ ...axes, tables }).slice(tried.length);
    expect(
      requests.map(({ routes, data, test: runner, template }) => [routes, data, runner, template]),
    ).toEqual([
      [[`check-${String(tried.length + 1)}/blog-post`], "prisma", "vitest", "resource"],
      [[`check-${String(tried.length + 2)}/blog-post/[id]`], "prisma", "vitest", "resource"],
    ]);
    expect(requests.flatMap((request) => parseRouteSpecs(request).problems)).toEqual([]);
  });

  test("ask a template of the project's own only for what it is for", () => {
    const own = {
      ...builtIn("basic"),
      name: "own",
      defaultMethods: ["GET", "POST"],
      kinds: ["item"],
    } as const;
    const asked = triedRoutes({ ...axes, templates: templatesWith([own]) }).filter(
      ({ template }) => template === "own",
    );
    expect(asked.length).toBeGreaterThan(2);
    for (const request of asked) {
      const { specs, problems } = parseRouteSpecs(request);
      expect(problems).toEqual([]);
      expect(request.methods.filter((method) => !["GET", "POST"].includes(method))).toEqual([]);
      expect(specs.map(({ path }) => kindOf(path.segments))).toEqual(["item"]);
    }
  });
});
