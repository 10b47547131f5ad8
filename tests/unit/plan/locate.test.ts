import fc from "fast-check";
import { expect, test } from "vitest";
import { locate, urlOf, type Location } from "../../../src/plan/locate.js";
import { parseRoutePath } from "../../../src/spec/route-path.js";
import { route } from "../../support/arbitraries.js";

type Place = Parameters<typeof locate>[2];

const place = (appDir: Place["appDir"] = "app", base = `${appDir}/api`): Place => ({ appDir, base });

function found(text: string, where: Place) {
  const parsed = parseRoutePath(text);
  if ("problems" in parsed) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return locate(parsed.path, "resource", where);
}

function located(text: string, where = place()): Location {
  const location = found(text, where);
  if ("problems" in location) throw new Error(location.problems.map(({ message }) => message).join("\n"));
  return location;
}

function problemsOf(text: string, where = place()) {
  const location = found(text, where);
  return "problems" in location ? location.problems : [];
}

test.each([
  ["posts", "app", "app/api", "app/api/posts", "/api/posts", "posts"],
  ["posts/:id", "src/app", "src/app/api", "src/app/api/posts/[id]", "/api/posts/[id]", "posts"],
  ["/api/posts", "app", "app/api", "app/api/posts", "/api/posts", "posts"],
  ["api/posts", "app", "app/api", "app/api/posts", "/api/posts", "posts"],
  ["app/api/posts/route.ts", "app", "app/api", "app/api/posts", "/api/posts", "posts"],
  ["src/app/api/posts/route.ts", "src/app", "src/app/api", "src/app/api/posts", "/api/posts", "posts"],
  ["app/hooks/route.ts", "app", "app/api", "app/hooks", "/hooks", "hooks"],
  ["(admin)/posts", "app", "app/api", "app/api/(admin)/posts", "/api/posts", "posts"],
  ["posts", "app", "app/(chat)/api", "app/(chat)/api/posts", "/api/posts", "posts"],
  ["/api/posts", "app", "app/(chat)/api", "app/(chat)/api/posts", "/api/posts", "posts"],
  ["posts", "app", "app", "app/posts", "/posts", "posts"],
  ["/posts", "app", "app", "app/posts", "/posts", "posts"],
  ["/api/posts", "app", "app", "app/api/posts", "/api/posts", "posts"],
  ["posts", "app", "app/[locale]/api", "app/[locale]/api/posts", "/[locale]/api/posts", "posts"],
  [
    "posts/:id/comments",
    "app",
    "app/api",
    "app/api/posts/[id]/comments",
    "/api/posts/[id]/comments",
    "comments",
  ],
  ["docs/*slug?", "app", "app/api", "app/api/docs/[[...slug]]", "/api/docs/[[...slug]]", "docs"],
  ["/api", "app", "app/api", "app/api", "/api", undefined],
  [":id", "app", "app/api", "app/api/[id]", "/api/[id]", undefined],
  ["/api/:id", "app", "app/api", "app/api/[id]", "/api/[id]", undefined],
] as const)("%s in %s with the base %s is the folder %s", (text, appDir, base, folder, url, resource) => {
  const location = located(text, place(appDir, base));
  expect(location).toMatchObject({ folder, resource });
  expect(urlOf(location.segments)).toBe(url);
});

test("the base's own folder does not name the resource, however the route is written", () => {
  expect(located("app/api/:id/route.ts").resource).toBe(located(":id").resource);
});

test("a pasted path of another app folder is outside", () => {
  expect(problemsOf("src/app/api/posts/route.ts")).toEqual([
    {
      code: "ROUTE_OUTSIDE_APP",
      message: '"src/app/api/posts/route.ts" is not in this app: its app folder is app.',
      hint: "Write it from there: `app/…/route.ts`.",
    },
  ]);
  expect(problemsOf("app/api/posts/route.ts", place("src/app"))[0]?.code).toBe("ROUTE_OUTSIDE_APP");
});

test("a URL path that does not start as the handlers do is outside", () => {
  expect(problemsOf("/posts/:id")).toEqual([
    {
      code: "ROUTE_OUTSIDE_APP",
      message: '"/posts/:id" is an absolute path; the handlers of this app are below /api.',
      hint: "Write `posts/[id]` or `/api/posts/[id]`, or give another folder with --base.",
    },
  ]);
  expect(problemsOf("/apis")[0]?.code).toBe("ROUTE_OUTSIDE_APP");
});

test("the hint for a lone slash names a route", () => {
  expect(problemsOf("/")[0]?.hint).not.toContain("``");
});

test("a path that some system cannot hold is refused, however short its folders are", () => {
  const folders = (count: number) =>
    Array.from({ length: count }, (_, index) => `a${String(100 + index)}`).join("/");
  expect(located(folders(150)).segments).toHaveLength(151);
  expect(problemsOf(folders(500))).toEqual([
    {
      code: "ROUTE_INVALID",
      message: `"${folders(8)}/…" is longer than the path of a file can be on every system.`,
      hint: "Choose a shorter route.",
    },
  ]);
});

test("the base's parameters count: a name cannot stand twice, nothing follows a catch-all", () => {
  expect(problemsOf("posts/:locale", place("app", "app/[locale]/api"))[0]?.message).toContain("locale");
  expect(problemsOf("posts", place("app", "app/api/[...all]"))[0]?.code).toBe("CATCH_ALL_NOT_LAST");
});

test("every route is below the base, and its full path is the same place", () => {
  fc.assert(
    fc.property(route, fc.constantFrom("app", "src/app"), (text, appDir) => {
      const where = place(appDir);
      const { folder, segments, resource } = located(text, where);
      expect(folder.startsWith(`${where.base}/`) || folder === where.base).toBe(true);
      expect(located(`${folder}/route.ts`, where)).toMatchObject({ folder, segments });
      // A URL says nothing of groups.
      if (!text.includes("("))
        expect(located(urlOf(segments), where)).toEqual({ folder, segments, resource });
    }),
  );
});

test("a base that Next.js cannot serve is refused like a route", () => {
  expect(problemsOf("posts", place("app", "app/api/_x"))).toMatchObject([{ code: "ROUTE_INVALID" }]);
  expect(problemsOf("posts", place("app", "app/[id]x"))).toMatchObject([{ code: "ROUTE_INVALID" }]);
});
