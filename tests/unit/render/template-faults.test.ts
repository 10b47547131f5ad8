import { expect, test } from "vitest";
import { parseScript } from "../../../src/syntax/parse-module.js";
import { faultsIn, handedOverBy } from "../../../src/render/template-faults.js";
import { templates } from "../../support/pipeline.js";

const names = templates.names();
const reading = {
  parse: parseScript,
  isThere: (name: string) => names.includes(name),
  names: () => names,
  handedOver: new Set(names.flatMap((name) => handedOverBy(templates.read(name)!, parseScript))),
};

const told = (text: string, name = "mine/route.ts") =>
  faultsIn({ name, text }, reading).map(
    ({ line, column, message, hint }) => `${String(line)}:${String(column)} ${message} ${hint}`,
  );

test.each(names)("nothing is wrong with %s, which is built in", (name) => {
  expect(told(templates.read(name)!, name)).toEqual([]);
});

test("what includes hand over is known", () => {
  expect([...reading.handedOver].sort()).toEqual(["found", "handler", "testCase"]);
});

test.each([
  ["<%- view.improts %>", '1:10 view has no key "improts". Did you mean imports?'],
  ["a\n\n  <%- view.resource.titel %>", '3:21 view.resource has no key "titel". Did you mean title?'],
  ["<%_ const { one, mny } = view.resource; _%>", '1:18 view.resource has no key "mny". Did you mean many?'],
  ["<%_ const { jsn } = view; _%>", '1:13 view has no key "jsn". Did you mean json?'],
  ["<%- view.handler.requst %>", '1:18 view.handler has no key "requst". Did you mean request?'],
  // In a branch that no route comes by, too.
  ["<%_ if (false) { _%>\n<%- view.nope %>\n<%_ } _%>", '2:10 view has no key "nope". Mend'],
  ["<%- view.json(`{ a: ${view.idd} }`) %>", '1:28 view has no key "idd". Did you mean id?'],
  ["<%- view.calls.list.lenght %>", undefined],
  ["<%- view.methods.length %>", undefined],
  ["<%- view.found %>", undefined],
  ["<%- view[name] %>", undefined],
  ["<%- mine.nope %>", undefined],
  [
    '<%- include("partials/cath") %>',
    "1:13 There is no template partials/cath. Did you mean partials/catch?",
  ],
  ['<%- include("nothing/like/it") %>', "1:13 There is no template nothing/like/it. Partials are named"],
  ["<%- include(view.store) %>", '1:18 view has no key "store".'],
  ["<% if (x { %>", "1:10 The code of the template does not parse: Unexpected token."],
  ["a\nb <%- %>", "2:8 The code of the template does not parse: Unexpected token."],
  ["<%# view: 1 -%>\nx", undefined],
  ["x\n<%# view: 2 -%>", "2:1 The template was written for version 2 of the view, and this tool has 1."],
])("%j: %s", (text, fault) => {
  const [first, ...others] = told(text);
  if (fault === undefined) expect(first).toBeUndefined();
  else expect(first).toContain(fault);
  expect(others).toEqual([]);
});

test("a data module has a view of its own, and a partial can be a part of either", () => {
  expect(told("<%- view.storeKey %>", "mine/data.ts")).toEqual([]);
  expect(told("<%- view.allow %>", "mine/data.ts")).toHaveLength(1);
  expect(told("<%- view.allow %><%- view.storeKey %>", "mine/part")).toEqual([]);
  expect(told("<%- view.storeKey %>", "mine/route.test.ts")).toHaveLength(1);
});

test("everything is told at once", () => {
  expect(told('<%- view.a1 %>\n<%- view.b2 %>\n<%- include("c3") %>')).toHaveLength(3);
});
