import { expect, test } from "vitest";
import { freeName, renameEdits } from "../../../src/edit/names.js";
import { identifiersIn, topLevelNames } from "../../../src/project/names.js";
import { applyEdits } from "../../../src/render/text-edits.js";
import { syntaxOf } from "../../support/edited.js";

test.each([
  ["a(b.c, { d: e, f }, g[h]);", "a b e f f g h"],
  ["type A = B<C.D>; const e: F = g as H;", "A B C e F g H"],
  ["import { a as b } from 'c'; export { b as d };", "b b"],
  ["const { a, b: c, [d]: e = f } = g;", "a a c d e f g"],
  ["class A { b = c; #d = e; f() {} }", "A c e"],
])("%s has the names %s", (text, names) => {
  const found = identifiersIn(syntaxOf(text).program).map(({ name }) => name);
  expect([...new Set(found)].sort()).toEqual([...new Set(names.split(" "))].sort());
});

test.each([
  ["import a, { b as c, type D } from 'x'; import * as e from 'y';", "a c D e"],
  ["export const { a, b: [c] } = d; let e, f = 1;", "a c e f"],
  ["function a() { let b; } class C {} enum D {} type E = F; interface G {} namespace H {}", "a C D E G H"],
])("%s binds %s", (text, names) => {
  expect([...topLevelNames(syntaxOf(text))].sort()).toEqual(names.split(" ").sort());
});

test("a name is replaced wherever it stands for the thing, and nowhere else", () => {
  const text = 'a(b.a, { a, b: a }, "a", c?.a); type B = a.B; // a';
  const edits = renameEdits(syntaxOf(text).program, new Map([["a", "z.a"]]));
  expect(applyEdits(text, edits)).toBe('z.a(b.a, { a: z.a, b: z.a }, "a", c?.a); type B = z.a.B; // a');
});

test("a free name has a number behind it, if it needs one", () => {
  expect(freeName("a", new Set())).toBe("a");
  expect(freeName("a", new Set(["a", "a2"]))).toBe("a3");
});
