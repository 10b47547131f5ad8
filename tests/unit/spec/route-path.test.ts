import fc from "fast-check";
import { expect, test } from "vitest";
import type { ErrorCode } from "../../../src/errors.js";
import { commandNames } from "../../../src/spec/commands.js";
import { parseRoutePath, type RoutePath } from "../../../src/spec/route-path.js";
import { folderOf, type Segment, type SegmentKind } from "../../../src/spec/segments.js";
import { route } from "../../support/arbitraries.js";

function parse(text: string): RoutePath {
  const parsed = parseRoutePath(text);
  if ("problems" in parsed) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.path;
}

function problemsOf(text: string) {
  const parsed = parseRoutePath(text);
  return "problems" in parsed ? parsed.problems : [];
}

const foldersOf = (segments: readonly Segment[]) => segments.map(folderOf).join("/");

test.each<[string, string]>([
  ["posts", "posts"],
  ["blog/posts", "blog/posts"],
  ["posts/[id]", "posts/[id]"],
  ["posts/:id", "posts/[id]"],
  ["docs/[...slug]", "docs/[...slug]"],
  ["docs/*slug", "docs/[...slug]"],
  ["docs/[[...slug]]", "docs/[[...slug]]"],
  ["docs/*slug?", "docs/[[...slug]]"],
  ["(admin)/posts", "(admin)/posts"],
  [":id", "[id]"],
  ["*slug", "[...slug]"],
  ["users/:userId/orders/:id", "users/[userId]/orders/[id]"],
  ["posts/:user-id", "posts/[user-id]"],
  ["posts/:日本", "posts/[日本]"],
  ["posts/:1id", "posts/[1id]"],
  ["posts/:$id", "posts/[$id]"],
  ["posts/:naïve", "posts/[naïve]"],
  ["v1.0/~me", "v1.0/~me"],
  [".well-known/x", ".well-known/x"],
  ["a..b", "a..b"],
  ["./list", "list"],
  ["./GET", "GET"],
  ["get", "get"],
  ["api/list", "api/list"],
  ["././posts", "posts"],
  ["posts/", "posts"],
  ["posts//tags", "posts/tags"],
  ["  posts  ", "posts"],
  ["posts\\[id]", "posts/[id]"],
  ["app", "app"],
  ["app/posts", "app/posts"],
])("%j is %s below the base", (text, folders) => {
  const path = parse(text);
  expect(foldersOf(path.segments)).toBe(folders);
  expect(path).toMatchObject({ asked: text, anchor: { at: "base" }, absolute: false });
});

test.each<[string, SegmentKind, string]>([
  ["posts", "static", "posts"],
  ["(admin)", "group", "admin"],
  ["[id]", "dynamic", "id"],
  [":id", "dynamic", "id"],
  ["[...slug]", "catch-all", "slug"],
  ["*slug", "catch-all", "slug"],
  ["[[...slug]]", "optional-catch-all", "slug"],
  ["*slug?", "optional-catch-all", "slug"],
])("%j is a segment of the kind %s", (text, kind, name) => {
  expect(parse(text).segments).toEqual([{ kind, name }]);
});

test.each([
  ["/api/posts", "api/posts"],
  ["/posts/:id", "posts/[id]"],
  ["\\api\\posts", "api/posts"],
])("%j is a URL path, so it starts at the root of the site", (text, folders) => {
  const path = parse(text);
  expect(foldersOf(path.segments)).toBe(folders);
  expect(path).toMatchObject({ anchor: { at: "base" }, absolute: true });
});

test.each([
  ["src/app/api/posts/route.ts", "src/app", "api/posts", "ts"],
  ["src\\app\\api\\posts\\route.ts", "src/app", "api/posts", "ts"],
  ["./src/app/api/posts/route.ts", "src/app", "api/posts", "ts"],
  ["/src/app/api/posts/route.ts", "src/app", "api/posts", "ts"],
  ["src/app/api/posts", "src/app", "api/posts", undefined],
  ["src/app/posts", "src/app", "posts", undefined],
  ["app/api/posts/route.tsx", "app", "api/posts", "tsx"],
  ["app/api/posts", "app", "api/posts", undefined],
  ["app/posts/route.ts", "app", "posts", "ts"],
  ["app/(chat)/api/x", "app", "(chat)/api/x", undefined],
  ["app/route.ts", "app", "", "ts"],
])("%j is a pasted path below %s", (text, appDir, folders, extension) => {
  const path = parse(text);
  expect(foldersOf(path.segments)).toBe(folders);
  expect(path).toMatchObject({ anchor: { at: "app", appDir }, absolute: false, extension });
});

test.each([
  ["posts/route.ts", "posts", "ts"],
  ["posts/route.tsx", "posts", "tsx"],
  ["route.ts", "", "ts"],
])("%j names the file, too", (text, folders, extension) => {
  const path = parse(text);
  expect(foldersOf(path.segments)).toBe(folders);
  expect(path).toMatchObject({ anchor: { at: "base" }, extension });
});

test("a slash behind the file's name makes no folder of it", () => {
  expect(foldersOf(parse("posts/route.ts/").segments)).toBe("posts");
});

test.each<[string, ErrorCode]>([
  ["", "ROUTE_MISSING"],
  ["   ", "ROUTE_MISSING"],
  ["..", "ROUTE_OUTSIDE_APP"],
  ["../posts", "ROUTE_OUTSIDE_APP"],
  ["posts/../../x", "ROUTE_OUTSIDE_APP"],
  ["posts\\..\\x", "ROUTE_OUTSIDE_APP"],
  ["//server/share", "ROUTE_OUTSIDE_APP"],
  ["\\\\server\\share", "ROUTE_OUTSIDE_APP"],
  ["C:\\app\\api", "ROUTE_OUTSIDE_APP"],
  ["c:/app/api", "ROUTE_OUTSIDE_APP"],
  ["C:", "ROUTE_OUTSIDE_APP"],
  ...commandNames.map((name): [string, ErrorCode] => [name, "ROUTE_RESERVED"]),
  ["https://example.com/api/posts", "ROUTE_INVALID"],
  ["GET", "ROUTE_INVALID"],
  ["DELETE", "ROUTE_INVALID"],
  ["posts/route.js", "ROUTE_INVALID"],
  ["posts/route.mts", "ROUTE_INVALID"],
  ["app/posts/page.tsx", "ROUTE_INVALID"],
  ["posts/layout.jsx", "ROUTE_INVALID"],
  ["posts?page=1", "ROUTE_INVALID"],
  [".", "ROUTE_INVALID"],
  ["posts\u0000", "ROUTE_INVALID"],
  ["posts\n", "ROUTE_INVALID"],
  ["po\u007fsts", "ROUTE_INVALID"],
  ["posts/.", "ROUTE_INVALID"],
  ["posts.", "ROUTE_INVALID"],
  ["posts/...", "ROUTE_INVALID"],
  ["_private", "ROUTE_INVALID"],
  ["(_private)", "ROUTE_INVALID"],
  ["@slot", "ROUTE_INVALID"],
  ["(.)posts", "ROUTE_INVALID"],
  ["(..)posts", "ROUTE_INVALID"],
  ["(...)posts", "ROUTE_INVALID"],
  ["()", "ROUTE_INVALID"],
  ["(a)b", "ROUTE_INVALID"],
  ["café", "ROUTE_INVALID"],
  ["my posts", "ROUTE_INVALID"],
  ["a&b", "ROUTE_INVALID"],
  ["a%20b", "ROUTE_INVALID"],
  ["a?b", "ROUTE_INVALID"],
  ["a#b", "ROUTE_INVALID"],
  ["$x", "ROUTE_INVALID"],
  ["node_modules", "ROUTE_INVALID"],
  ["con", "ROUTE_INVALID"],
  ["LPT1.txt", "ROUTE_INVALID"],
  ["[]", "ROUTE_INVALID"],
  ["[...]", "ROUTE_INVALID"],
  ["[[...]]", "ROUTE_INVALID"],
  [":", "ROUTE_INVALID"],
  ["*", "ROUTE_INVALID"],
  ["*?", "ROUTE_INVALID"],
  ["**slug", "ROUTE_INVALID"],
  [":id?", "OPTIONAL_PARAM"],
  [":id*", "ROUTE_INVALID"],
  [":id+", "ROUTE_INVALID"],
  ["[id?]", "OPTIONAL_PARAM"],
  ["[[id]]", "OPTIONAL_PARAM"],
  ["[id", "ROUTE_INVALID"],
  ["id]", "ROUTE_INVALID"],
  ["[id]x", "ROUTE_INVALID"],
  ["x[id]", "ROUTE_INVALID"],
  ["[a][b]", "ROUTE_INVALID"],
  ["[a]-[b]", "ROUTE_INVALID"],
  ["[..id]", "ROUTE_INVALID"],
  ["[…id]", "ROUTE_INVALID"],
  ["[my id]", "ROUTE_INVALID"],
  ["[-]", "ROUTE_INVALID"],
  ["[__proto__]", "ROUTE_INVALID"],
  [":constructor", "ROUTE_INVALID"],
  ["*toString", "ROUTE_INVALID"],
  ["docs/*slug/edit", "CATCH_ALL_NOT_LAST"],
  ["docs/[[...slug]]/edit", "CATCH_ALL_NOT_LAST"],
  ["docs/*slug/:id", "CATCH_ALL_NOT_LAST"],
  [":id/x/:id", "PARAM_REPEATED"],
  [":a-b/x/:ab", "PARAM_REPEATED"],
  [":日/x/:月", "PARAM_REPEATED"],
  ["a".repeat(201), "ROUTE_INVALID"],
  [`:${"é".repeat(120)}`, "ROUTE_INVALID"],
])("%j is refused: %s", (text, code) => {
  const [problem, ...more] = problemsOf(text);
  expect(problem?.code).toBe(code);
  expect(more).toEqual([]);
  expect(problem!.hint).not.toBe("");
});

test.each([
  ["café", "Write `cafe`."],
  ["my posts", "Write `my-posts`."],
  ["_private", "Write `private`."],
  ["(_x)", "Write `(x)`."],
  ["@slot", "Write `slot`."],
  [":id+", "Write `*id`."],
  [":id*", "Write `*id?`."],
  [":id?", "Write `[id]`, or `[[...id]]` for an optional catch-all."],
  [":", "Write one, e.g. `[id]` or `:id`."],
  ["docs/*", "Write one, e.g. `[...slug]` or `*slug`."],
  ["/api/posts?page=1", "Write `/api/posts`: the handler reads the query from the request."],
  ["list", "For a route of that name write `./list`."],
  ["docs/*slug/edit", "Put the catch-all last."],
  ["日本", "Choose another name."],
])("the hint for %j is %j", (text, hint) => {
  expect(problemsOf(text)[0]?.hint).toBe(hint);
});

test("[[id]] is told to be an optional parameter, which Next.js does not have", () => {
  expect(problemsOf("posts/[[id]]")).toEqual([
    {
      code: "OPTIONAL_PARAM",
      message: '"posts/[[id]]": "[[id]]": Next.js has no optional single parameter.',
      hint: "Write `[id]`, or `[[...id]]` for an optional catch-all.",
    },
  ]);
});

test("everything that is wrong with a route is told at once, with the route", () => {
  const problems = problemsOf("_a/:id/x y/:id");
  expect(problems.map(({ code }) => code)).toEqual(["ROUTE_INVALID", "ROUTE_INVALID", "PARAM_REPEATED"]);
  for (const { message } of problems) expect(message).toContain("_a/:id/x y/:id");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from("/\\.[]():*?_-@aA1 é\n\u0000\ud800"),
        "..",
        "...",
        "api",
        "app",
        "src",
        "route.ts",
      ),
    )
    .map((parts) => parts.join("")),
  route,
);

test("no text makes the parser throw, and none that it takes leaves its folder", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseRoutePath(text);
      if ("problems" in parsed) {
        expect(parsed.problems.length).toBeGreaterThan(0);
        return;
      }
      for (const folder of parsed.path.segments.map(folderOf)) {
        expect(folder).not.toMatch(/^\.*$|[/\\\p{Cc}\p{Cs}\s]/u);
      }
    }),
    { numRuns: 5000 },
  );
});

test("a route that is printed as the path of its file is the same route", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseRoutePath(text);
      fc.pre("path" in parsed);
      const { segments, extension } = parsed.path;
      const file = ["src/app", ...segments.map(folderOf), `route.${extension ?? "ts"}`].join("/");
      expect(parse(file)).toMatchObject({
        segments,
        extension: extension ?? "ts",
        anchor: { at: "app", appDir: "src/app" },
      });
    }),
  );
});

test("every route of the written forms is taken, and printing it as folders changes nothing", () => {
  fc.assert(
    fc.property(route, (text) => {
      const { segments } = parse(text);
      expect(segments.length).toBeGreaterThan(0);
      expect(parse(`./${foldersOf(segments)}`).segments).toEqual(segments);
    }),
  );
});
