import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { conflictCases, plainApp } from "../../../scripts/conflict-cases.mjs";
import type { ErrorCode } from "../../../src/errors.js";
import type { Seen } from "../../../scripts/conflict-table.mjs";
import { conflictRules, fateOf, type ConflictRule, type Fate } from "../../../src/plan/conflict-rules.js";
import { searchConflicts } from "../../../src/plan/conflict-search.js";
import { conflictsOf } from "../../../src/plan/conflicts.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { urlFilesOf } from "../../../src/plan/url-files.js";
import { defaultNextConfig } from "../../../src/project/next-defaults.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { projectOf, repository, requestOf } from "../../support/pipeline.js";
import { treeWith } from "../../support/app-tree.js";

/** What was seen in runs, by case and version. */
const results = JSON.parse(readFileSync(path.join(repository, "docs/conflicts.json"), "utf8")) as Record<
  string,
  Record<string, Seen>
>;

/** What is told of new routes in an app that has these files. */
function told(routes: readonly string[], files: readonly string[], next?: string) {
  const project = { ...projectOf(next), tree: treeWith(files) };
  const { specs, problems: refused } = parseRouteSpecs(requestOf(routes));
  const { targets, problems: misplaced } = targetsOf(specs, project);
  expect([...refused, ...misplaced]).toEqual([]);
  return conflictsOf(targets, project);
}

const codes = (routes: readonly string[], files: readonly string[]) =>
  told(routes, files).problems.map(({ code }) => code);

describe("a new route", () => {
  test.each<[ErrorCode, string, string[]]>([
    ["ROUTE_AND_PAGE", "u", ["app/api/u/page.tsx"]],
    ["ROUTE_AND_PAGE", "u", ["app/(g)/api/u/page.tsx"]],
    ["URL_TWICE", "u", ["app/api/@s/u/page.tsx", "app/api/@t/u/page.tsx"]],
    ["ROUTE_AND_PAGE", "u/[id]", ["app/api/(g)/u/[id]/page.tsx"]],
    ["URL_TWICE", "u", ["app/(g)/api/u/route.ts"]],
    ["URL_TWICE", "u", ["app/api/@s/u/route.ts"]],
    ["URL_TWICE", "u", ["app/api/(g)/u/route.js"]],
    ["URL_TWICE", "app/sitemap.xml/route.ts", ["app/sitemap.ts"]],
    ["URL_TWICE", "app/robots.txt/route.ts", ["app/robots.tsx"]],
    ["URL_TWICE", "app/manifest.webmanifest/route.ts", ["app/manifest.ts"]],
    ["URL_TWICE", "app/(g)/favicon.ico/route.ts", ["app/favicon.ico"]],
    ["URL_TWICE", "u/opengraph-image", ["app/api/u/opengraph-image.tsx"]],
    ["URL_TWICE", "(g)/u/icon2.png", ["app/api/u/icon2.png"]],
    ["PAGES_ROUTER_URL", "u", ["pages/api/u.ts"]],
    ["PAGES_ROUTER_URL", "u", ["pages/api/u/index.js"]],
    ["PAGES_ROUTER_URL", "u/[id]", ["src/pages/api/u/[id].ts"]],
    ["PAGES_ROUTER_URL", "app/404/route.ts", ["pages/404.tsx"]],
    ["PARAM_NAMES_DIFFER", "u/[id]", ["app/api/u/[slug]/route.ts"]],
    ["PARAM_NAMES_DIFFER", "u/[id]/a", ["app/api/u/[slug]/b/route.ts"]],
    ["PARAM_NAMES_DIFFER", "u/[id]", ["app/api/u/[slug]/b/page.tsx"]],
    ["PARAM_NAMES_DIFFER", "u/[id]", ["app/(g)/api/@s/u/[slug]/b/route.ts"]],
    ["PARAM_NAMES_DIFFER", "u/[id]", ["pages/api/u/[slug]/b.ts"]],
    ["PARAM_NAMES_DIFFER", "u/[...a]", ["app/api/u/[...b]/route.ts"]],
    ["PARAM_NAMES_DIFFER", "u/[[...a]]", ["app/api/u/[[...b]]/page.tsx"]],
    ["CATCH_ALL_TWICE", "u/[...a]", ["app/api/u/[[...a]]/route.ts"]],
    ["CATCH_ALL_TWICE", "u/[[...a]]", ["app/api/u/[...a]/page.tsx"]],
    ["OPTIONAL_BESIDE_PARENT", "u/[[...a]]", ["app/api/u/route.ts"]],
    ["OPTIONAL_BESIDE_PARENT", "u/[[...a]]", ["pages/api/u.ts"]],
    ["OPTIONAL_BESIDE_PARENT", "u", ["app/api/u/[[...a]]/route.ts"]],
    ["OPTIONAL_BESIDE_PARENT", "app/(g)/[[...a]]/route.ts", ["app/page.tsx"]],
    ["CASE_DIFFERS", "posts", ["app/api/Posts/route.ts"]],
    ["CASE_DIFFERS", "posts/a", ["app/api/POSTS/b/route.ts"]],
  ])("is %s: %s beside %j", (code, route, files) => {
    expect(codes([route], files)).toEqual([code]);
  });

  test.each<[string, string[]]>([
    ["u", ["app/u/page.tsx", "app/api/layout.tsx", "app/api/u/data.ts", "app/api/u/loading.tsx"]],
    ["u", ["app/api/_u/route.ts", "app/_private/api/u/page.tsx", "app/api/(.)u/page.tsx"]],
    ["u/[id]", ["app/api/u/route.ts", "app/api/u/[...slug]/route.ts", "app/api/u/new/page.tsx"]],
    ["u/[id]", ["app/api/u/[[...slug]]/route.ts", "app/api/[x]/[y]/route.ts"]],
    ["u/[...slug]", ["app/api/u/route.ts"]],
    ["u", ["pages/_app.tsx", "pages/u.tsx", "pages/api/v.ts", "pages/api/u.d.ts", "pages/api/u.json"]],
    ["posts", ["pages/api/Posts/a.ts"]],
    ["app/icon/route.ts", ["app/(g)/icon.tsx", "app/icon.svg"]],
    ["app/u/robots.txt/route.ts", ["app/u/robots.ts"]],
    ["u", ["app/api/u/route.ts"]],
    ["u", ["app/api/u/route.tsx"]],
  ])("is no conflict: %s beside %j", (route, files) => {
    expect(codes([route], files)).toEqual([]);
  });

  test("is held against the others of the run, once for both", () => {
    expect(codes(["posts/[id]", "posts/[slug]"], [])).toEqual(["PARAM_NAMES_DIFFER"]);
    expect(codes(["posts", "posts/*slug?"], [])).toEqual(["OPTIONAL_BESIDE_PARENT"]);
    expect(codes(["posts", "(g)/posts"], [])).toEqual(["URL_TWICE"]);
    expect(codes(["posts/[id]", "posts/[id]/comments", "posts"], [])).toEqual([]);
  });

  test("is told with all of its conflicts", () => {
    const files = ["app/api/u/[slug]/route.ts", "pages/api/v.ts", "app/api/w/page.tsx"];
    expect(codes(["u/[id]", "v", "w"], files)).toEqual([
      "PARAM_NAMES_DIFFER",
      "PAGES_ROUTER_URL",
      "ROUTE_AND_PAGE",
    ]);
  });

  test("is told once for all new routes with the same name in one position", () => {
    const routes = ["posts/[id]", "posts/[id]/a", "posts/[id]/b"];
    expect(codes(routes, ["app/api/posts/[slug]/route.ts"])).toEqual(["PARAM_NAMES_DIFFER"]);
  });
});

describe("the message", () => {
  const files = ["app/api/posts/[slug]/route.ts"];

  test.each([
    ["14.2.35", "`next build` of Next.js 14.2.35 fails."],
    [
      "15.5.28",
      "`next build` of Next.js 15.5.28 passes, and then every request to the app fails with a 500, whatever it asks for.",
    ],
    ["16.4.5", "`next build` of Next.js 16.4.5 may pass, and then `next start` ends with an error at once."],
  ])("says what Next.js %s does", (next, fate) => {
    const what =
      "app/api/posts/[slug]/route.ts calls the segment after /api/posts `[slug]`, app/api/posts/[id]/route.ts `[id]`: Next.js takes one name in one position.";
    expect(told(["posts/[id]"], files, next).problems).toEqual([
      {
        code: "PARAM_NAMES_DIFFER",
        message: `${what} ${fate}`,
        hint: "Ask for `posts/[slug]`.",
        path: "app/api/posts/[id]/route.ts",
      },
    ]);
  });

  test.each<[string, string[], string]>([
    ["posts/[id]/likes", files, "Ask for `posts/[slug]/likes`."],
    ["app/(g)/api/posts/[id]/route.ts", files, "Ask for `posts/[slug]`."],
    ["users/[userId]/orders/[id]", ["app/api/users/[id]/route.ts"], "Ask for `users/[id]/orders/[orderId]`."],
    ["docs/*slug", ["app/api/docs/[[...slug]]/route.ts"], "Ask for `docs/[[...slug]]`."],
    [
      "docs/*slug?",
      ["app/api/docs/route.ts"],
      "Ask for `docs/[...slug]`: it leaves the URL itself to app/api/docs/route.ts.",
    ],
    [
      "docs",
      ["app/api/docs/[[...slug]]/route.ts"],
      "Rename `[[...slug]]` to `[...slug]` in app/api/docs/[[...slug]]/route.ts first: then it leaves the URL itself to the new route.",
    ],
    [
      "(a)/posts",
      ["app/api/posts/route.ts"],
      "Ask for `app/api/posts/route.ts`: what is missing there is added to it.",
    ],
    // A slot cannot be asked for, nor a folder whose name is encoded.
    ...[
      ["posts", "app/api/@slot/posts/route.ts"],
      ["posts/[id]", "app/api/@slot/posts/[slug]/route.ts"],
      ["posts", "app/api/(%5Fa)/posts/route.ts"],
    ].map(([route = "", there = ""]): [string, string[], string] => [
      route,
      [there],
      `Add what is missing to ${there} by hand, or ask for another route.`,
    ]),
    ["posts/a", ["app/api/Posts/route.ts"], "Ask for `Posts/a`."],
    [
      "posts",
      ["pages/api/posts.ts"],
      "Ask for another route, or remove pages/api/posts.ts first if the new one takes its place.",
    ],
  ])("of %s beside %j says what to do: %s", (route, there, hint) => {
    expect(told([route], there).problems.map((problem) => problem.hint)).toEqual([hint]);
  });

  test.each([
    [["posts", "(g)/posts"], "Ask for one of the two."],
    [["docs", "docs/*slug?"], "Ask for `docs/[...slug]`: it leaves the URL itself to app/api/docs/route.ts."],
    [["posts/[id]", "posts/[slug]"], "Ask for `posts/[id]`."],
  ])("of %j in one run does not send to a file that is not there", (routes, hint) => {
    expect(told(routes, []).problems.map((problem) => problem.hint)).toEqual([hint]);
  });

  test("does not send to the other side of a conflict that is there", () => {
    const broken = ["app/api/posts/[id]/a/route.ts", "app/api/posts/[slug]/b/route.ts"];
    for (const route of ["posts/[id]", "posts/[slug]"]) {
      expect(told([route], broken).problems).toMatchObject([
        { code: "PARAM_NAMES_DIFFER", hint: "The app has this conflict already: mend that first." },
      ]);
    }
  });
});

describe("a conflict that is there", () => {
  const broken = ["app/api/posts/[id]/a/route.ts", "app/api/posts/[slug]/b/route.ts"];

  test("is a warning, as the new route does not answer either", () => {
    const { problems, warnings } = told(["users"], broken);
    expect(problems).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(["TREE_CONFLICT"]);
    expect(warnings[0]?.message).toContain("app/api/posts/[slug]/b/route.ts");
  });

  test("is a warning for a route of it that is there, and no error", () => {
    const { problems, warnings } = told(["posts/[id]/a"], broken);
    expect([problems.length, warnings.length]).toEqual([0, 1]);
  });

  test("is told of only where it harms this version", () => {
    const optional = ["app/api/u/route.ts", "app/api/u/[[...slug]]/route.ts"];
    expect(told(["users"], optional, "15.5.28").warnings).toEqual([]);
    expect(told(["users"], optional, "16.4.5").warnings).toHaveLength(1);
    const twice = ["app/api/u/route.ts", "app/(g)/api/u/route.ts"];
    expect(told(["users"], twice, "15.5.28").warnings).toEqual([]);
    expect(told(["users"], twice, "16.4.5").warnings).toHaveLength(1);
  });

  test("is told a few times at most", () => {
    const many = [1, 2, 3, 4, 5].map((each) => `app/u/${String(each)}/[[id]]/page.tsx`);
    expect(told(["users"], many).warnings).toHaveLength(3);
  });

  test("may be that of the two folders", () => {
    expect(told(["users"], ["src/pages/about.tsx"]).warnings.map(({ code }) => code)).toEqual([
      "TREE_CONFLICT",
    ]);
    expect(told(["users"], ["src/pages/about.tsx"], "15.5.28").warnings).toEqual([]);
    expect(told(["users"], ["pages/about.tsx"]).warnings).toEqual([]);
  });
});

describe("the cases that are run with Next.js", () => {
  const found = (files: readonly string[]) =>
    searchConflicts(urlFilesOf(treeWith([...plainApp, ...files]), "app", defaultNextConfig), []);
  const rules = Object.entries(conflictRules) as [ConflictRule, { cases: readonly string[] }][];
  const ruled = rules.flatMap(([rule, { cases }]) => cases.map((name) => [rule, name] as const));
  const filesOf = (name: string) => conflictCases.find((each) => each.name === name)!.files;

  test.each(ruled)("show %s in %s, with the files named", (rule, name) => {
    const files = filesOf(name);
    const conflicts = found(files);
    expect(conflicts.map((each) => each.rule)).toEqual([rule]);
    const named = new Set(conflicts.flatMap(({ file, other }) => [file, other]));
    // A case may have files around those of the conflict.
    expect(files).toEqual(expect.arrayContaining([...named]));
    expect(named.size).toBe(Math.min(2, files.length));
    expect(found(files.toReversed())).toEqual(conflicts);
  });

  test.each(ruled)("have shown what %s says of each version, in %s", (rule, name) => {
    const seen = Object.entries(results[name]!);
    expect(seen.map(([version]) => version)).toEqual(["13.5", "14.2", "15.5", "16.4"]);
    for (const [version, { outcome }] of seen) {
      const fate = fateOf(rule, projectOf(`${version}.0`).features);
      expect(outcomesOf[fate], `${name} with ${version}`).toContain(outcome);
    }
  });

  test.each(rules)("show %s at its worst", (rule, { cases }) => {
    for (const version of ["13.5", "14.2", "15.5", "16.4"]) {
      const fate = fateOf(rule, projectOf(`${version}.0`).features);
      const seen = cases.map((name) => results[name]![version]!.outcome);
      expect(seen, `${rule} with ${version}`).toContain(outcomesOf[fate][0]);
    }
  });

  test("have no conflict where there is no rule", () => {
    const others = conflictCases.filter(({ name }) => !ruled.some(([, each]) => each === name));
    expect(others.flatMap(({ files }) => found(files))).toEqual([]);
  });
});

/** What a run may show for each fate; the first is what it is named for. */
const outcomesOf = {
  build: ["build-fails"],
  start: ["start-fails", "build-fails"],
  requests: ["requests-fail"],
  one: ["not-served", "build-fails"],
  never: ["not-served"],
  whole: ["build-fails", "works"],
  works: ["works"],
} as const satisfies Record<Fate, readonly Seen["outcome"][]>;
