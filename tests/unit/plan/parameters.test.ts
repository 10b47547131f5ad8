import fc from "fast-check";
import { expect, test } from "vitest";
import { isIdentifier } from "../../../src/plan/identifiers.js";
import { paramsPattern, paramsType, parametersOf, urlTemplate } from "../../../src/plan/parameters.js";
import { moduleNames } from "../../../src/plan/resource-names.js";
import { parseRoutePath } from "../../../src/spec/route-path.js";
import { route } from "../../support/arbitraries.js";
import { namesIn } from "./scopes.js";

function segmentsOf(text: string) {
  const parsed = parseRoutePath(text);
  if ("problems" in parsed) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.path.segments;
}

const localsOf = (text: string) =>
  parametersOf(segmentsOf(text), moduleNames("posts")).map(({ local }) => local);
const meaningsOf = (text: string) =>
  parametersOf(segmentsOf(text), moduleNames("posts")).map(({ meaning }) => meaning);

test.each([
  [":id", ["id"]],
  [":user-id", ["userId"]],
  [":user_id", ["user_id"]],
  [":日本", ["日本"]],
  [":class", ["classId"]],
  [":request", ["requestId"]],
  [":params", ["paramsId"]],
  [":1id", ["param1id"]],
  [":fetchPosts", ["fetchPostsId"]],
  [":a_b/:aB/:a-b-c", ["a_b", "aB", "aBC"]],
  [":userId/:user_id", ["userId", "user_id"]],
  ["users/:id/posts/:slug", ["id", "slug"]],
  ["docs/*slug?", ["slug"]],
  ["posts", []],
])("the parameters of %s are held by %j", (text, locals) => {
  expect(localsOf(text)).toEqual(locals);
});

test("only a function that is really called makes a parameter step aside", () => {
  expect(localsOf(":fetchPosts-x/:fetch-posts/:fetchTags")).toEqual([
    "fetchPostsX",
    "fetchPostsId",
    "fetchTags",
  ]);
});

test.each([
  ["users/:id/orders/:orderId", ["userId", "orderId"]],
  ["blog-posts/:slug/tags", ["blogPostSlug"]],
  ["users/:userId/orders", ["userId"]],
  ["users/(x)/:id/orders", ["userId"]],
  [":id/orders", ["parentId"]],
  [":title/orders", ["parentTitle"]],
  ["users/:id/:userId/orders", ["userId", "parentUserId"]],
  ["404/:id/orders", ["parentId"]],
])("out of sight of its folder, the parameters of %s mean %j", (text, meanings) => {
  expect(meaningsOf(text)).toEqual(meanings);
});

test("the type of params has the exact keys, in their order", () => {
  const parameters = parametersOf(segmentsOf("users/:user-id/:id/*path?"), moduleNames("posts"));
  expect(paramsType(parameters)).toBe('{ "user-id": string; id: string; path?: string[] }');
  expect(paramsPattern(parameters)).toBe('{ "user-id": userId, id, path = [] }');
  expect(paramsType(parametersOf(segmentsOf("docs/*slug"), moduleNames("docs")))).toBe("{ slug: string[] }");
});

test("the URL of a request escapes each parameter and leaves groups out", () => {
  const segments = segmentsOf("(x)/users/:user-id/files/*path");
  expect(urlTemplate(segments, parametersOf(segments, moduleNames("posts")))).toBe(
    '/users/${encodeURIComponent(userId)}/files/${path.map(encodeURIComponent).join("/")}',
  );
});

test("whatever the names, each is a legal variable of its own, and the code around them parses", () => {
  fc.assert(
    fc.property(route, (text) => {
      const segments = segmentsOf(text);
      const parameters = parametersOf(segments, moduleNames("posts"));
      const locals = parameters.map(({ local }) => local);
      const meanings = parameters.map(({ meaning }) => meaning);
      expect([...locals, ...meanings].filter((name) => !isIdentifier(name))).toEqual([]);
      expect(new Set(locals).size).toBe(locals.length);
      expect(new Set([...meanings, "id", "title"]).size).toBe(meanings.length + 2);
      const code = [
        `type Context = { params: Promise<${paramsType(parameters)}> };`,
        `export async function GET(_request: Request, { params }: Context) {`,
        `  const ${paramsPattern(parameters)} = await params;`,
        `  return Response.json(\`${urlTemplate(segments, parameters)}\`);`,
        "}",
        `export async function store(${meanings.map((name) => `${name}: string`).join(", ")}) {}`,
      ].join("\n");
      expect(namesIn(code).hiding).toEqual([]);
      const used = [...namesIn(code).variables].filter((name) => locals.includes(name));
      expect(used.sort()).toEqual([...locals].sort());
    }),
    { numRuns: 1000 },
  );
});

test.each(["_request", "encodeURIComponent", "undefined", "Response", "error", "readId", "allow", "input"])(
  "a parameter called %s does not take that name from the code around it",
  (name) => {
    expect(localsOf(`:${name}`)).not.toContain(name);
  },
);
