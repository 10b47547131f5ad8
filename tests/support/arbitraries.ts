import fc from "fast-check";
import type { Project } from "../../src/model.js";
import { commandNames } from "../../src/spec/commands.js";
import { methods } from "../../src/spec/methods.js";
import { authNames } from "../../src/spec/auth.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { templateNames } from "../../src/spec/templates.js";
import { projectOf } from "./pipeline.js";

/** Folder names that Next serves, among them the awkward ones. */
export const staticName = fc.oneof(
  fc.constantFrom(
    "posts",
    "user-profiles",
    "news",
    "series",
    "1abc",
    "class",
    "classes",
    "maps",
    "requests",
    "inputs",
  ),
  fc.constantFrom(
    "changes",
    "stores",
    "errors",
    "v1.0",
    "~me",
    "API",
    "userIDs",
    "404",
    "arguments",
    "titles",
    "ids",
  ),
  fc.constantFrom(
    "parsed",
    "records",
    "owns",
    "bodies",
    "updated",
    "promises",
    "-",
    "a_b",
    "await",
    "undefined",
  ),
  fc
    .stringMatching(/^[A-Za-z0-9~-][A-Za-z0-9_~.-]{0,24}[A-Za-z0-9]$/)
    .filter((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(name) && !commandNames.includes(name)),
);

/** Parameter names that Next serves under exactly that key. */
export const parameterName = fc.oneof(
  fc.constantFrom(
    "id",
    "slug",
    "user-id",
    "日本",
    "class",
    "request",
    "params",
    "post",
    "error",
    "body",
    "fetchPosts",
  ),
  fc.constantFrom(
    "1id",
    "$id",
    "_",
    "ID",
    "naïve",
    "item",
    "title",
    "store",
    "await",
    "path",
    "input",
    "isAuthorized",
  ),
  fc
    .stringMatching(/^[A-Za-z_$][A-Za-z0-9_$-]{0,20}$/)
    .filter((name) => !(name in Object.prototype) && /\w/.test(name)),
);

const parameter = fc
  .tuple(fc.constantFrom("[x]", ":x"), parameterName)
  .map(([form, name]) => form.replace("x", () => name));
const ending = fc.oneof(
  fc.constant(""),
  parameter,
  fc
    .tuple(fc.constantFrom("[...x]", "[[...x]]", "*x", "*x?"), parameterName)
    .map(([form, name]) => form.replace("x", () => name)),
);

/** A route in any of the written forms, whose parameters Next can tell apart. */
export const route = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: staticName }, parameter), { minLength: 1, maxLength: 3 }),
    ending,
  )
  .map(([segments, last]) => ["", ...segments, last].filter((part, index) => index === 0 || part !== ""))
  .filter((segments) => {
    const names = segments.filter((part) => /[[:*]/.test(part)).map((part) => part.replace(/\W/g, ""));
    return new Set(names).size === names.length;
  })
  .chain((segments) => {
    const text = `.${segments.join("/")}`;
    // A group may follow anything but a catch-all.
    return /(\.\.\.|\*)[^/]*$/.test(text) ? fc.constant(text) : fc.constantFrom(text, `${text}/(group)`);
  });

export const methodSubset = fc.subarray(methods, { minLength: 1 });

const project = fc.constantFrom<Project>(
  projectOf("13.5.11"),
  projectOf("14.2.35"),
  projectOf("15.5.29"),
  projectOf("16.4.6"),
  projectOf("16.4.6", { cacheComponents: true, srcDir: true }),
);

/** Anything that the grammar lets through, with any options, for any Next. */
export const anyRoute: fc.Arbitrary<{
  routes: string[];
  options: Partial<RouteRequest>;
  project: Project;
}> = fc.record({
  routes: route.map((text) => [text]),
  options: fc.record({
    methods: fc.option(methodSubset, { nil: [] }),
    fallbacks: fc.boolean(),
    template: fc.constantFrom(...templateNames),
    auth: fc.constantFrom(undefined, ...authNames.filter((name) => name !== "app")),
  }),
  project,
});
