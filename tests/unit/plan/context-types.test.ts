import { describe, expect, test } from "vitest";
import { contextType, contextTypeFor, routeTextFor, typeNeeds } from "../../../src/plan/context-types.js";
import type { ContextTyping } from "../../../src/plan/manner.js";
import { parametersOf } from "../../../src/plan/parameters.js";
import { topLevelOf } from "../../../src/project/habits/transplant.js";
import { syntaxOf } from "../../support/edited.js";

const segments = [
  { kind: "static", name: "api" },
  { kind: "static", name: "posts" },
  { kind: "dynamic", name: "postId" },
] as const;
const place = {
  location: { folder: "app/api/posts/[postId]", segments, resource: "posts" },
  parameters: parametersOf(segments, new Set()),
};
const bare = { ...place, parameters: [] };

describe("the type of the second parameter", () => {
  test.each<[ContextTyping, string, string[]]>([
    [{ kind: "inline" }, "{ params: Promise<{ postId: string }> }", []],
    [{ kind: "RouteContext" }, 'RouteContext<"/api/posts/[postId]">', []],
    [
      { kind: "type", name: "Context" },
      "Context",
      ["type Context = { params: Promise<{ postId: string }> };"],
    ],
    [
      { kind: "interface", name: "Props" },
      "Props",
      ["interface Props {", "  params: Promise<{ postId: string }>;", "}"],
    ],
  ])("%j", (typing, text, declaration) => {
    expect(contextType(typing, place, { promiseParams: true, routeContext: true })).toEqual({
      text,
      declaration,
    });
  });

  test("an app without RouteContext, and without promises", () => {
    const features = { promiseParams: false, routeContext: false };
    expect(contextType({ kind: "RouteContext" }, place, features).text).toBe(
      "{ params: { postId: string } }",
    );
  });
});

describe("the type that another route has", () => {
  test.each([
    ["{ params: Promise<{ id: string }> }", "{ params: Promise<{ postId: string }> }"],
    [
      "Promise<{ params: Promise<{ a: string; b: string }>; user: User }>",
      "Promise<{ params: Promise<{ postId: string }>; user: User }>",
    ],
    ["{ params: Promise<Record<string, string>> }", "{ params: Promise<Record<string, string>> }"],
    ['RouteContext<"/api/teams/[id]">', 'RouteContext<"/api/posts/[postId]">'],
    // What this app's Next.js does not do, and what cannot be seen.
    ["{ params: { id: string } }", undefined],
    ["Context", undefined],
  ])("%s becomes %s", (text, type) => {
    expect(contextTypeFor(text, place, true)).toBe(type);
  });
});

test.each([
  ["handle<{ id: string }>(", "handle<{ postId: string }>("],
  ["handle<{ id: string; }>(", "handle<{ postId: string }>("],
  ['handle<"/api/teams/[id]">("/api/teams/[id]", ', 'handle<"/api/posts/[postId]">("/api/posts/[postId]", '],
  ["handle<{ userId: string }>(", "handle<{ userId: string }>("],
  ['handle({ role: "admin" }, ', 'handle({ role: "admin" }, '],
])("%s of another route becomes %s", (text, own) => {
  expect(routeTextFor(text, "src/app/(app)/api/teams/[id]/route.ts", place)).toBe(own);
});

test("a route without parameters has none of the other's", () => {
  expect(routeTextFor("handle<{ id: string }>(", "app/api/teams/[id]/route.ts", bare)).toBe(
    "handle<Record<string, never>>(",
  );
});

test.each([
  ["Context<{ id: string }>", ["Context"]],
  ['RouteContext<"/api/A">', []],
  ["NextRequest & { user: Own }", undefined],
])("%s imports %s", (text, names) => {
  const syntax = syntaxOf(
    'import { Context } from "a";\nimport type { NextRequest } from "next/server";\ntype Own = string;',
  );
  expect(typeNeeds(text, topLevelOf(syntax))?.map(({ local }) => local)).toEqual(names);
});
