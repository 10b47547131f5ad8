import { expect, test } from "vitest";
import { parseModule, parseScript, parseSound } from "../../../src/syntax/parse-module.js";
import { difference, otherTree } from "../../support/other-tree.js";

/** Forms of the language that files seldom have, or that can be read in two ways. */
const forms = [
  // Arrow functions, and what looks like them.
  "a ? (b) : c => d;",
  "a ? (b): c => d : e;",
  "a ? (b, c) : d;",
  "a ? async (b): Promise<c> => d : e;",
  "const f = async <T,>(x: T) => x;",
  "const f = async x => await x;",
  "async(x);",
  "async\n(x);",
  "async => async;",
  "(async)(x);",
  "({ a, b: [c = 1, ...d], ...e }, f?: number, ...g: string[]) => a;",
  "(a, b);",
  "(a = 1);",
  "({ a: 1 }).a;",
  "((a)) as b;",
  "const f = (a: number): a is 1 => true;",
  "const f = function* (): Generator { yield; yield* a; yield\n1; };",
  // Generics, and comparisons.
  "a < b > c;",
  "f<T>(x);",
  "f<T>;",
  "f<T>`x`;",
  "new Map<string, Array<Array<number>>>();",
  "new A<T>;",
  "new a.b.C(1).d(2);",
  "new (f())();",
  "f<<T>(x: T) => T>(y);",
  "a?.b<T>(c);",
  "a?.<T>(c);",
  "x = a < b || c > d;",
  "x = a << b >> c >>> d >= e;",
  "x >>>= y;",
  "if (a < b && c > (d)) e;",
  // Operators.
  "a ?? b;",
  "a ** b ** c;",
  "a?.5:b;",
  "a?.b!.c?.[d]?.(e)!;",
  "(a?.b).c;",
  "typeof a in b instanceof c;",
  "#x in y;",
  "a as const;",
  "a as unknown as b satisfies c;",
  "(a as b) = c;",
  "[a, b.c, ...d] = e;",
  "({ a, b: c.d, ...e } = f);",
  "a! += 1;",
  "a\n++b;",
  "void 0, delete a.b;",
  "function f() { new.target; }",
  "import.meta.url;",
  "import('x', { with: { type: 'json' } });",
  // Literals.
  "0xf;",
  "1_000n + 0b11 + 0o17 + .5e-3 + 1..toFixed();",
  "'\\x41\\u{1F600}\\\n\\0';",
  "`a${`b${c}`}d`;",
  "f`\\u`;",
  "a = b / c / d;",
  "a = /[/]\\//giu.test(b);",
  "if (a) /x/.test(b);",
  "x = { get, set, async, static: 1, get a() { return 1; }, set a(b) {}, async *c() {}, [d]: e, 'f'() {}, 1: 2, if: 3 };",
  "x = { async\n: 1, get\n: 2 };",
  "𠮷 = \\u0061b;",
  // Statements.
  "for (const a of b) c;",
  "for (let in a) b;",
  "for (a.b of c) d;",
  "for ([a, b] of c) d;",
  "for (var i = 0, n = 1; i < n; i++) a;",
  "for (;;) break;",
  "for await (const a of b) c;",
  "for (const a in b, c) d;",
  "a: for (;;) { continue a; }",
  "do a(); while (b) c();",
  "if (a) ; else if (b) c; else { d }",
  "try {} catch {} finally {}",
  "try {} catch (e: unknown) {}",
  "switch (a) { case 1: case 2: b; break; default: }",
  "let\na = 1;",
  "var let_ = 1, type = 2, as = 3, of = 4; type\n= as;",
  "using a = b;",
  "await using a = b;",
  "return_: a;",
  "'use client';\n'use strict';\n('no');",
  "debugger;",
  // Classes.
  "class A<T> extends B<T> implements C, D<E> { constructor(private readonly a: b, public c = 1, override d) { super(); } }",
  "abstract class A { abstract a(): b; abstract get c(): d; protected abstract readonly e: f; }",
  "class A { static #a = 1; static { b; } get; set; static; async; static async *[c]() {} declare d: e; f!: g; h?: i; accessor j = 1; }",
  "class A { [key: string]: b; readonly [key: string]: c; static [key: string]: d }",
  "class A { a(): void; a(b?: c): void {} }",
  "class A { get\na() { return 1 } static\nb }",
  "@a @b.c(d) class A { @e f; @g() h(@i j) {} }",
  "export @a class B {}",
  "@a export default class {}",
  "x = class implements A {};",
  // Modules.
  "import a from 'b'; import * as c from 'd'; import e, { f as g, type h, type as as i, type as } from 'j'; import 'k';",
  "import type from 'a'; import type b from 'c'; import type { d } from 'e'; import type * as f from 'g';",
  "import a from 'b' with { type: 'json' };",
  "import { 'a b' as c, default as d } from 'e';",
  "import a = require('b'); import c = d.e; export import f = g.h;",
  "export { a as 'b c', type d, e as default } from 'f'; export * from 'g'; export * as h from 'i'; export type { j } from 'k'; export type * from 'l';",
  "export default function () {} ",
  "export default async function a() {}",
  "export default abstract class {}",
  "export default interface A {}",
  "export default async () => 1;",
  "export = a;",
  "export as namespace a;",
  "export const { a, ...b } = c, [d] = e; export async function f() {} export enum g {} export declare const h: i;",
  // Types.
  "type A<in out T extends U = V> = T extends infer W extends X ? W[] : never;",
  "type A = T extends (infer U extends V ? 1 : 2) ? 3 : 4;",
  "type A = { readonly [K in keyof T as `a${K}`]-?: T[K] } & { +readonly [K in T]+?: U };",
  "type A = | 'a' | -1 | 1n | true | null | void | `x` | unique symbol | typeof b.c<d> | typeof import('e') | import('f').g<h>;",
  "type A = [a: B, c?: D, ...e: F[], G?, ...H];",
  "type A = (a: B, ...c: D) => e; type F = new () => G; type H = abstract new <T>(x: T) => I; type J = (K)[]; type L = ({ a }: M) => N;",
  "type A = { (a): b; new (c): d; e?(): f; get g(): h; set g(i); readonly [j: string]: k; [l.m]: n; get: o; readonly: p, };",
  "type A = keyof B[] | readonly C[] | asserts | is;",
  "type\nA = b;",
  "interface A<T> extends B<T>, C.D { e: f }",
  "declare module 'a' { export const b: c; } declare module 'd'; declare global { var e: f } namespace A.B { const c = 1 }",
  "declare function a(this: b, c: d): asserts c is e; declare function f(): asserts this; function g(): this is h;",
  "declare enum A { B = 1, 'c-d' = B << 1 } const enum E {}",
  "let a: (b | c)[] = [], d: new () => e, f!: g;",
  "function a(b: c): d; function a() {}",
  "const x = <T>y; const z = <const>['a'];",
] as const;

test.each(forms)("%s", (text) => {
  const theirs = otherTree(text, { jsx: false });
  if (typeof theirs === "string") throw new Error(`The other parser refuses it: ${theirs}`);
  expect(difference(parseModule(text, { jsx: false }).program, theirs.program)).toBeUndefined();
});

/** The same with tags. */
const tags = [
  "x = <a b c='d\n&amp;' e={f} {...g} h-i='j' k:l={<m />}>text {n} {/* o */} {...p} <></> &lt; it's</a>;",
  "x = <A.B.C<D> e />;",
  "const f = <T,>(a: T) => <b>{a}</b>;",
  "const f = <T extends U>(a: T) => a;",
  "const f = <const T,>(a: T) => a;",
  "x = a < b ? <c>d</c> : <e />;",
  "return_ = (<a>\n  {b.map((c) => <d key={c}>{c}</d>)}\n</a>);",
  "x = <a.b>{'}'}</a.b>;",
] as const;

test.each(tags)("%s", (text) => {
  const theirs = otherTree(text, { jsx: true });
  if (typeof theirs === "string") throw new Error(`The other parser refuses it: ${theirs}`);
  expect(difference(parseModule(text, { jsx: true }).program, theirs.program)).toBeUndefined();
});

test.each([
  ["const a = ;", "Unexpected token (1:10)"],
  ["const a = 'b\n';", "Unterminated string constant (1:10)"],
  ["a(\n  /* b", "Unterminated comment (2:2)"],
  ["a = `b", "Unterminated template (1:5)"],
  ["a = /b", "Unterminated regular expression (1:4)"],
  ["1a;", "Invalid number (1:0)"],
  ["'\\u';", "Bad escape in a string (1:0)"],
  ["return 1;", "'return' outside of function (1:0)"],
  ["function f() { await x; }", "Unexpected token (1:21)"],
  ["try {}", "Missing catch or finally clause (1:6)"],
  ["f() = 1;", "Assigning to rvalue (1:0)"],
  ["a => {} ()", "Unexpected token (1:8)"],
  ["{ a", "Unexpected token (1:3)"],
  ["let a = b c;", "Unexpected token (1:10)"],
  ["throw\na;", "Illegal newline after throw (2:0)"],
])("%j does not parse, and why", (text, said) => {
  expect(() => parseModule(text, { jsx: false })).toThrow(said);
});

test("what is nested deeper than the stack is a syntax error, too", () => {
  const deep = "[".repeat(200_000);
  expect(() => parseModule(deep, { jsx: false })).toThrow(SyntaxError);
});

test.each([
  ["(a = ", ")"],
  ["a ? (b): c => ", " : d"],
  ["for (f(() => { ", " });;);"],
  ["({ a: [b = ", "] })"],
  ["f<a>(async (b = ", ") + c)"],
])("%j sixty times in each other is read, and not for ever", (open, close) => {
  const text = open.repeat(60) + "1" + close.repeat(60);
  expect(() => parseModule(text, { jsx: false })).not.toThrow();
});

test.each([
  ["let a; const a = 1;", "Identifier 'a' has already been declared (1:13)"],
  ["import { a } from 'b';\nvar a;", "Identifier 'a' has already been declared (2:4)"],
  [
    "export async function GET() {}\nexport async function GET() {}",
    "Identifier 'GET' has already been declared (2:22)",
  ],
  ["function f(a) { let a; }", "Identifier 'a' has already been declared (1:20)"],
  ["{ let a; { var a; } }", "Identifier 'a' has already been declared (1:15)"],
  ["switch (x) { case 1: let a; default: let a; }", "Identifier 'a' has already been declared (1:41)"],
])("%j declares a name twice", (text, said) => {
  expect(() => parseModule(text, { jsx: false })).not.toThrow();
  expect(() => parseSound(text, { jsx: false })).toThrow(said);
});

test.each([
  "var a; var a;",
  "let a; { let a; }",
  "function f(a) { var a; { let a; } }",
  "function f(): void;\nfunction f() {}",
  "interface A {}\nclass A {}",
  "import type { A } from 'a';\nconst A = 1;",
  "declare const a: 1;\nconst a = 2;",
  "for (const a of b) { const a = 1; }",
  "try {} catch (e) { var e; }",
  "const f = () => { const a = 1; }; const a = 2;",
])("%j declares each name once", (text) => {
  expect(() => parseSound(text, { jsx: false })).not.toThrow();
});

test.each([
  "a as b",
  "let a: b",
  "a!",
  "f<T>",
  "enum A {}",
  "type A = b",
  "function f();",
  "(a?) => 1",
  "class A { private b }",
  "import a from 'b'",
  "await a",
])("%j is no script", (text) => {
  expect(() => parseScript(text)).toThrow(SyntaxError);
});
