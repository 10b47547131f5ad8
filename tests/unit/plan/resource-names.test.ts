import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFreeType } from "../../../src/plan/identifiers.js";
import { resourceNames } from "../../../src/plan/resource-names.js";
import { isProblem, parseSegment } from "../../../src/spec/segments.js";
import { anyRoute, methodSubset, parameterName, staticName } from "../../support/arbitraries.js";
import { renderRoutes } from "../../support/pipeline.js";
import { namesIn } from "./scopes.js";

const namesOf = (segment?: string, taken: string[] = []) => resourceNames(segment, new Set(taken));

test("a resource is called by its folder's name", () => {
  expect(namesOf("blog-posts")).toEqual({
    type: "BlogPost",
    newType: "NewBlogPost",
    one: "blogPost",
    many: "blogPosts",
    list: "fetchBlogPosts",
    find: "fetchBlogPost",
    create: "createBlogPost",
    update: "updateBlogPost",
    replace: "replaceBlogPost",
    remove: "deleteBlogPost",
    parseNew: "parseNewBlogPost",
    parseChanges: "parseBlogPostChanges",
    search: "searchBlogPosts",
    parseQuery: "parseBlogPostQuery",
    queryType: "BlogPostQuery",
    pageType: "BlogPostPage",
    label: "blog post",
    title: "Blog post",
    changesType: "BlogPostChanges",
    newSchema: "newBlogPost",
    changesSchema: "blogPostChanges",
    keySchema: "blogPostKey",
    parentsSchema: "blogPostParents",
    querySchema: "blogPostQuery",
    parseKey: "parseBlogPostKey",
    parseParents: "parseBlogPostParents",
    isDuplicate: "isDuplicate",
    isBrokenReference: "isBrokenReference",
  });
});

test.each([
  [undefined, "Item", "item", "items"],
  ["-", "Item", "item", "items"],
  ["post", "Post", "post", "posts"],
  ["userProfiles", "UserProfile", "userProfile", "userProfiles"],
  ["people", "Person", "person", "people"],
  ["news", "NewsItem", "newsItem", "news"],
  ["maps", "MapItem", "mapItem", "mapItems"],
  ["404", "Item404", "item404", "item404s"],
  ["1abc", "Item1abc", "item1abc", "item1abcs"],
  ["classes", "Class", "item", "classes"],
  ["requests", "RequestItem", "requestItem", "requestItems"],
  ["comments", "Comment", "comment", "comments"],
])("%s is the type %s, one of them %s, many %s", (segment, type, one, many) => {
  expect(namesOf(segment)).toMatchObject({ type, one, many });
});

test.each([
  ["schemas", "fetchSchemas"],
  ["indexes", "fetchIndexes"],
  ["viruses", "fetchViruses"],
])("a folder that is a plural already keeps it: %s has %s", (segment, list) => {
  expect(namesOf(segment).list).toBe(list);
});

test("variables step aside for the parameters of the route", () => {
  expect(namesOf("posts", ["post", "posts"])).toMatchObject({
    one: "item",
    many: "items",
    find: "fetchPost",
  });
  expect(namesOf("posts", ["post", "item"])).toMatchObject({ one: "found" });
  expect(namesOf("posts", ["post", "item", "found"])).toMatchObject({ one: "post2" });
});

test("the names of any folder differ from one another and hide no type of the language", () => {
  fc.assert(
    fc.property(staticName, fc.array(parameterName), (segment, taken) => {
      const { label, title, type, newType, ...variables } = namesOf(segment, taken);
      const names = Object.values(variables);
      expect(new Set(names).size).toBe(names.length);
      expect(newType).not.toBe(type);
      expect([isFreeType(type), isFreeType(newType)]).toEqual([true, true]);
      expect(taken).not.toContain(variables.one);
      expect(taken).not.toContain(variables.many);
      expect(`${label}${title}`).not.toMatch(/["\\\n]/);
    }),
    { numRuns: 1000 },
  );
});

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 300);

describe("in the text of any route", () => {
  test("no name is declared twice, reserved, or hidden by another", () => {
    fc.assert(
      fc.property(anyRoute, ({ routes, options, project }) => {
        for (const { path, text } of renderRoutes(routes, options, project)) {
          expect(namesIn(text).hiding, path).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test("parameters that are called like what the resource gives its functions and variables do no harm", () => {
    const clash = staticName.chain((resource) => {
      const { label, title, ...names } = namesOf(resource);
      const parameter = fc.constantFrom(...Object.values(names).flatMap((name) => [name, hyphened(name)]));
      return fc.record({
        resource: fc.constant(resource),
        name: parameter,
        label: fc.constant(`${label} ${title}`),
      });
    });
    const forms = fc.constantFrom<(resource: string, name: string) => string[]>(
      (resource, name) => [`./${resource}/:${name}`],
      (resource, name) => [`./:${name}/${resource}`],
      (resource, name) => [`./:${name}/${resource}/:id`],
      (resource, name) => [`./${resource}/*${name}`],
    );
    fc.assert(
      fc.property(clash, forms, methodSubset, ({ resource, name }, form, methods) => {
        fc.pre(!isProblem(parseSegment(`:${name}`)) && name !== "id");
        for (const { path, text } of renderRoutes(form(resource, name), { methods })) {
          expect(namesIn(text).hiding, path).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test("a parent whose meaning is a function's name does no harm", () => {
    for (const verb of ["fetch", "create", "update", "delete", "max"]) {
      for (const { path, text } of renderRoutes([`${verb}/:id/ids`, `${verb}/:slug/slugs`])) {
        expect(namesIn(text).hiding, path).toEqual([]);
      }
    }
  });
});

/** `fetchPosts` as `fetch-posts`, which is the same word to the generator. */
function hyphened(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
