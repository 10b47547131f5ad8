import ejs from "ejs";
import { expect, test } from "vitest";
import type { TemplateView } from "../../../src/model.js";
import { templateRenderer } from "../../../src/render/template.js";
import { renderTemplate, templates as packaged } from "../../support/pipeline.js";

const by = { name: "basic", base: "basic" } as const;

/** Renders the template `main` of a few that are written out here. */
function rendered(texts: Record<string, string>, view: TemplateView): string {
  const render = templateRenderer((name) => {
    const text = texts[name];
    return text === undefined ? undefined : { name, text, isOwn: true };
  });
  return render("main", view, by);
}

const templates = packaged.names();
const readTemplate = (name: string) => packaged.read(name)!;

test("there are templates to look at", () => {
  expect(templates).toEqual(expect.arrayContaining(["resource/route.ts", "partials/fallbacks"]));
});

test.each(templates)("%s compiles", (name) => {
  const text = readTemplate(name);
  expect(() => ejs.compile(text, { _with: false, strict: true, localsName: "view" })).not.toThrow();
});

test.each(templates.filter((name) => readTemplate(name).includes("view.")))(
  "%s is told everything by its view",
  (name) => {
    expect(() => renderTemplate(name, {}, by)).toThrow("view has no key");
  },
);

test("prints what the view says, as it is", () => {
  const view = {
    a: '<b> & "c" `${d}` \'',
    list: ["x", "y"],
    deep: { e: "z" },
    yes: true,
    no: false,
    empty: "",
  };
  const text =
    '<%- view.a %>|<%- view.list.join(",") %>|<%- view.deep.e %>|<%= view.a %>|<%- view.yes %>|<%- view.no %>|<%- view.empty %>';
  expect(rendered({ main: text }, view)).toBe(`${view.a}|x,y|z|${view.a}|true|false|`);
});

test.each([
  ["<%- view.route %>", 'view has no key "route"; it has routes, deep, list.'],
  ["<% if (view.isTree) { %>x<% } %>", 'view has no key "isTree"'],
  ["<%- view.deep.x %>", 'view.deep has no key "x"; it has a.'],
  ["<%- view.list[1].x %>", 'view.list[1] has no key "x"; it has b.'],
  ["<% for (const item of view.list) { %><%- item.x %><% } %>", 'view.list[0] has no key "x"'],
  ["<% const { a, x } = view.deep; %>", 'view.deep has no key "x"'],
  ["<%- view.toString %>", 'view has no key "toString"'],
  ["<%- view.constructor %>", 'view has no key "constructor"'],
  ["<%- view.__proto__ %>", 'view has no key "__proto__"'],
])("%s throws, and names the key", (text, message) => {
  const view = { routes: "x", deep: { a: "y" }, list: [{ b: "1" }, { b: "2" }] };
  expect(() => rendered({ main: text }, view)).toThrow(message);
});

test("a name that is no key of the view is not looked for elsewhere", () => {
  expect(() => rendered({ main: "<%- route %>" }, { route: "x" })).toThrow(/route is not defined/);
});

test("a partial sees the same view, with what is handed to it, under the same guard", () => {
  const main =
    '<%- include("part", { extra: "2" }) %>|<%- include("part", { extra: "3", a: "4" }) %>|<%- view.a %>';
  expect(rendered({ main, part: "<%- view.a %><%- view.extra %>" }, { a: "1" })).toBe("12|43|1");
  expect(() => rendered({ main, part: "<%- view.b %>" }, { a: "1" })).toThrow(
    'view has no key "b"; it has a, extra.',
  );
  expect(() =>
    rendered({ main: '<%- include("part") %>', part: "<%- view.deep.x %>" }, { deep: { a: "1" } }),
  ).toThrow('view.deep has no key "x"');
});

test("what is handed to a partial is gone behind it, and goes on to the partials in it", () => {
  const texts = { one: '<%- include("two") %>', two: "<%- view.extra %>" };
  expect(rendered({ ...texts, main: '<%- include("one", { extra: "x" }) %>' }, {})).toBe("x");
  expect(() =>
    rendered({ ...texts, main: '<%- include("one", { extra: "x" }) %><%- view.extra %>' }, {}),
  ).toThrow('view has no key "extra"');
});

test("a partial that is not there throws", () => {
  expect(() => rendered({ main: '<%- include("none") %>' }, {})).toThrow("There is no template none.");
});

test("a template is compiled once, however often it is used", () => {
  const read: string[] = [];
  const render = templateRenderer(
    (name) => ({
      name,
      text: name === "main" ? '<%- include("part") %><%- include("part") %>' : "x",
      isOwn: false,
    }),
    ({ name, text }) => {
      read.push(name);
      return text;
    },
  );
  expect([render("main", {}, by), render("main", {}, by)]).toEqual(["xx", "xx"]);
  expect(read).toEqual(["main", "part"]);
});
