import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Project, TemplateView } from "../../../src/model.js";
import { chooseGuard } from "../../../src/plan/auth/choose-guard.js";
import { plan } from "../../../src/plan/plan.js";
import { testWriter } from "../../../src/plan/tests/test-writer.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { descriptionKeys } from "../../../src/spec/own-template.js";
import { methods } from "../../../src/spec/methods.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { templateNames } from "../../../src/spec/templates.js";
import { viewTypes } from "../../../src/schemas/view-types.js";
import { partOf, viewParts, type ViewPart } from "../../../src/view/published-view.js";
import { viewVersion } from "../../../src/view/view-version.js";
import type { ViewKeys } from "../../../src/view/view-keys.js";
import { triedPaths } from "../../../src/check/tried-routes.js";
import { inHouseStyle } from "../../../scripts/house-style.mjs";
import { code, expectDerived, table } from "../../support/derived.js";
import { everyLibrary } from "../../support/every-library.js";
import { drizzleWithPosts } from "../../support/drizzle-with-posts.js";
import { prismaWithPosts } from "../../support/prisma-with-posts.js";
import { everyRunner } from "../../support/tested-routes.js";
import { projectOf, repository, requestOf, templates } from "../../support/pipeline.js";

/** The views of what is planned for a route: those of its route file, and of its data module. */
function viewsOf(
  route: string,
  options: Partial<RouteRequest>,
  project: Project = projectOf(),
  stack = everyLibrary,
) {
  const { specs } = parseRouteSpecs(requestOf([route], options));
  const { targets } = targetsOf(specs, project);
  const near = { there: undefined, habits: noHabits, stack, writeTest: testWriter(everyRunner), chooseGuard };
  const { files } = plan(targets, project, () => near).plan;
  const views = (kind: string) =>
    files.filter(({ purpose }) => purpose.kind === kind).map(({ view }) => view);
  // The view of a test is that of its route, and beside it its own part.
  const tests = views("beside").flatMap(({ test }) => (test === undefined ? [] : [test as TemplateView]));
  return { RouteView: views("route"), DataView: views("module"), TestView: tests };
}

const parts = Object.entries<{ keys: ViewKeys }>(viewParts) as [ViewPart, { keys: ViewKeys }][];

/** Everything in a view that is not as the table says it is, by its way. */
function faultsOf(value: unknown, part: ViewPart, at: string): string[] {
  if (typeof value !== "object" || value === null) return [`${at} is no object`];
  const keys: ViewKeys = viewParts[part].keys;
  const isKnown = (key: string) => Object.hasOwn(keys, key) && keys[key]!.isHandedOver !== true;
  const unknown = Object.keys(value).filter((key) => !isKnown(key));
  const held = Object.entries(keys).flatMap(([key, { is, isHandedOver }]) => {
    if (isHandedOver) return [];
    const found = (value as TemplateView)[key];
    const inner = partOf(is);
    if (inner && is.endsWith("[]"))
      return (found as unknown[]).flatMap((item, index) =>
        faultsOf(item, inner, `${at}.${key}[${String(index)}]`),
      );
    if (inner) return faultsOf(found, inner, `${at}.${key}`);
    const kind = is.startsWith("(") ? "function" : is === "string[]" ? "object" : is;
    return typeof found === kind ? [] : [`${at}.${key} is ${typeof found} and not ${is}`];
  });
  return [...unknown.map((key) => `${at} has ${key}, which the table does not`), ...held];
}

describe("the view", () => {
  test.each(templateNames)("of %s is as its table says, for every kind of route", (template) => {
    let seen = 0;
    for (const route of triedPaths) {
      for (const auth of [undefined, "bearer"]) {
        const views = viewsOf(route, { template, auth, methods: [...methods], test: "vitest" });
        for (const [part, found] of Object.entries(views)) {
          for (const view of found) expect(faultsOf(view, part as ViewPart, part)).toEqual([]);
          seen += found.length;
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(2 * triedPaths.length);
  });

  test("has a version, which every text may say", () => {
    expect(viewVersion).toBeGreaterThan(0);
  });
});

/** Where what a key holds is shown: the first of these that has something to show. */
const shown = [
  viewsOf("users/[id]/blog-posts", {
    auth: "bearer",
    validate: "zod",
    methods: ["GET", "POST", "PATCH"],
    test: "vitest",
  }),
  viewsOf("posts/[id]", { methods: ["GET", "PATCH", "DELETE"] }, projectOf("14.2.35")),
  viewsOf("upload", { template: "form" }),
  viewsOf("posts", { methods: ["GET"] }, projectOf("14.2.35")),
  viewsOf("posts", { template: "search", validate: "zod" }),
  viewsOf("users/[id]/posts", { data: "drizzle" }, projectOf(), {
    ...everyLibrary,
    drizzle: drizzleWithPosts,
  }),
  viewsOf("users/[id]/posts", { data: "prisma" }, projectOf(), {
    ...everyLibrary,
    prisma: prismaWithPosts,
  }),
];

type Holder = Record<string, unknown>;

function exampleOf(part: ViewPart, key: string): string {
  const holders = shown.flatMap(({ RouteView, DataView, TestView }): Holder[] => {
    const [route] = RouteView as Holder[];
    const [test] = TestView as Holder[];
    const group = (test?.["groups"] as Holder[] | undefined)?.[0];
    const checked = (DataView[0]?.["keys"] as Holder[] | undefined)?.[0];
    const known: Record<ViewPart, Holder | undefined> = {
      RouteView: route,
      HandlerView: (route!["handlers"] as Holder[]).at(-1),
      ParameterView: (route!["parameters"] as Holder[])[0],
      ResourceView: route!["resource"] as Holder,
      CallsView: route!["calls"] as Holder,
      PrismaView: DataView[0]?.["prisma"] as Holder | undefined,
      DrizzleView: DataView[0]?.["drizzle"] as Holder | undefined,
      TestView: test,
      TestGroupView: group,
      TestCaseView: (group?.["cases"] as Holder[] | undefined)?.[0],
      DataView: DataView[0],
      FieldView: (DataView[0]?.["fields"] as Holder[] | undefined)?.[0],
      SchemaView: DataView[0]?.["schema"] as Holder | undefined,
      KeyView: checked,
      KeyMemberView: (checked?.["members"] as Holder[] | undefined)?.[0],
    };
    return known[part] === undefined ? [] : [known[part]];
  });
  const values = holders.map((holder) => holder[key]);
  const value =
    values.find((each) => each !== "" && !(Array.isArray(each) && each.length === 0)) ?? values[0];
  if (typeof value === "function") return functionExample(key, value as (...given: unknown[]) => string);
  const isPart = partOf((viewParts[part].keys as ViewKeys)[key]!.is) !== undefined;
  return isPart || value === undefined ? "" : code(JSON.stringify(value));
}

function functionExample(key: string, write: (...given: unknown[]) => string): string {
  const calls: Record<string, unknown[]> = {
    json: ["post", { status: 201 }],
    plain: ["null", { status: 204 }],
    error: ["Post not found", 404],
    log: [],
    partial: ["newPost"],
    infer: ["newPost"],
  };
  const given = calls[key]!;
  const call = `${key}(${given.map((each) => JSON.stringify(each)).join(", ")})`;
  return `${code(call)} writes ${code(write(...given))}`;
}

test("docs/templates.md has every key, with an example that is so", async () => {
  const tables = parts.map(([name, { keys }]): [string, string] => [
    name,
    table(
      ["key", "type", "is", "for example"],
      Object.entries(keys).map(([key, { is, means, isHandedOver }]) => [
        code(key),
        partOf(is) ? `[${is}](#${partOf(is)!.toLowerCase()})` : code(is),
        means,
        isHandedOver ? "" : exampleOf(name, key),
      ]),
    ),
  ]);
  const description = table(
    ["key", "is", "means"],
    Object.entries(descriptionKeys).map(([key, { is, means }]) => [code(key), is, means]),
  );
  const texts = templates
    .names()
    .map((name) => `- ${code(name)}`)
    .join("\n");
  await expectDerived("docs/templates.md", () => ({
    ...Object.fromEntries<string>(tables),
    description,
    texts,
  }));
});

test("types/view.d.ts is the table as TypeScript declares it", async () => {
  const file = path.join(repository, "types/view.d.ts");
  const source = readFileSync(path.join(repository, "src/plan/answer-texts.ts"), "utf8");
  const options = source.slice(
    source.indexOf("/** What an answer has besides its body. */"),
    source.indexOf("/** The expressions that templates answer with"),
  );
  const text = await inHouseStyle(file, viewTypes(options));
  if (process.env["UPDATE_README"] === "1") writeFileSync(file, text);
  else expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
});
