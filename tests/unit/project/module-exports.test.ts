import { expect, test } from "vitest";
import { exportsOf } from "../../../src/project/module-exports.js";
import { parseModule } from "../../../src/syntax/parse-module.js";

function namesOf(text: string, jsx = false): string[] {
  return [...exportsOf(parseModule(text, { jsx })).names];
}

const isOpen = (text: string) => exportsOf(parseModule(text, { jsx: false })).openTo.length > 0;

test.each<[string, string[]]>([
  ["export function GET() {}", ["GET"]],
  ["export async function GET(request: Request): Promise<Response> { return new Response(); }", ["GET"]],
  ["export async function* GET() {}", ["GET"]],
  ["export const GET = async () => new Response(), POST = GET;", ["GET", "POST"]],
  ["export let GET: Handler<'a'> = handler;", ["GET"]],
  ["export var GET = handler satisfies Handler;", ["GET"]],
  ["export const GET = <T,>(x: T) => x;", ["GET"]],
  ["export const { GET, POST } = handlers;", ["GET", "POST"]],
  ["export const { GET, post: POST, put: PUT = no, ...rest } = handlers;", ["GET", "POST", "PUT", "rest"]],
  ["export const { a: { GET }, b: [POST, , ...others] } = x;", ["GET", "POST", "others"]],
  ["export const [GET, POST = no] = handlers;", ["GET", "POST"]],
  ["function h() {}\nexport { h as GET, h as POST };", ["GET", "POST"]],
  ["const GET = 1;\nexport { GET };", ["GET"]],
  ["const h = 1;\nexport { h as 'GET' };", ["GET"]],
  ["export { GET, h as POST } from './handlers';", ["GET", "POST"]],
  ["export { default as GET } from './handler';", ["GET"]],
  ["export * as GET from './handlers';", ["GET"]],
  ["export * as 'GET' from './handlers';", ["GET"]],
  ["export default function () {}", ["default"]],
  ["export default class {}", ["default"]],
  ["export default handler;", ["default"]],
  ["export class Store {}", ["Store"]],
  ["export abstract class Store {}", ["Store"]],
  ["export enum Kind { A }", ["Kind"]],
  ["export const enum Kind { A }", ["Kind"]],
  [
    "export function GET(a: string): Response;\nexport function GET(a: number): Response;\nexport function GET(a: unknown) { return new Response(String(a)); }",
    ["GET"],
  ],
  ["\uFEFFexport const GET = 1;", ["GET"]],
  ['"use server";\nexport async function GET() {}', ["GET"]],
  ["#!/usr/bin/env node\nexport const GET = 1;", ["GET"]],
  ["import x = require('y');\nexport const GET = <Handler>x;", ["GET"]],
  ["const GET = 1, POST = 2; export { POST };", ["POST"]],
  ["export const GET = 1;\r\nexport const POST = 2;\r\n", ["GET", "POST"]],
])("%s makes %j visible", (text, names) => {
  expect(namesOf(text)).toEqual(names);
});

test.each([
  "",
  "function GET() {}",
  "export {};",
  "export type GET = string;",
  "export interface GET {}",
  "export type { GET } from './types';",
  "export { type GET, type POST as PUT } from './types';",
  "export type * from './types';",
  "export type * as GET from './types';",
  "export declare function GET(): void;",
  "export declare const GET: string;",
  "declare module 'x' { export const GET: string; }",
  "namespace Inner { export const GET = 1; }",
  "// export const GET = 1;",
  "const text = `export const GET = 1;`;",
])("%s makes no value visible", (text) => {
  expect(namesOf(text)).toEqual([]);
  expect(isOpen(text)).toBe(false);
});

test("export * may hide names, and says so", () => {
  expect(isOpen("export * from './handlers';")).toBe(true);
  expect(isOpen("export * as GET from './handlers';")).toBe(false);
  expect(isOpen("export const GET = 1;")).toBe(false);
  expect(namesOf("export * from './handlers';\nexport const GET = 1;")).toEqual(["GET"]);
});

test("a default export that is a type only is no value", () => {
  expect(namesOf("export default interface Props {}")).toEqual([]);
});

test("a namespace with values in it is a value", () => {
  expect(namesOf("export namespace Store { export const a = 1; }")).toEqual(["Store"]);
});

test("JSX is read in a .tsx file, and a cast in a .ts file", () => {
  const image = "export function GET() { return new ImageResponse(<div tw='flex'>{title}</div>); }";
  expect(namesOf(image, true)).toEqual(["GET"]);
  expect(() => namesOf(image)).toThrow(SyntaxError);
  expect(namesOf("export const GET = <T,>(x: T) => x;", true)).toEqual(["GET"]);
});

test("text that does not parse is a SyntaxError with its place", () => {
  expect(() => namesOf("export const GET = ;")).toThrow(SyntaxError);
  expect(() => namesOf("export const GET = ;")).toThrow("(1:19)");
});

test.each<[text: string, value: string | undefined, annotation?: string]>([
  ["export function GET() {}", "function GET() {}"],
  ["function get() {}\nexport { get as GET };", "function get() {}"],
  ["export { get as GET };\nconst get: Handler = async () => {};", "async () => {}", "Handler"],
  ["export const GET: Handler<'a'> = w(f);", "w(f)", "Handler<'a'>"],
  // Of overloads, the one that has a body.
  ["export function GET(): A;\nexport function GET(a?: B) {}", "function GET(a?: B) {}"],
  ["function GET(): A;\nfunction GET(a?: B) {}\nexport { GET };", "function GET(a?: B) {}"],
  // Elsewhere, or in pieces.
  ["export { GET } from './get';", undefined],
  ["import { GET } from './get';\nexport { GET };", undefined],
  ["export const { GET } = handlers;", undefined],
])("%s exports what %j says", (text, value, annotation) => {
  const exported = exportsOf(parseModule(text, { jsx: false })).all.filter(({ name }) => name === "GET");
  const told = exported.map((each) => [
    each.value && text.slice(each.value.start, each.value.end),
    each.annotation && text.slice(each.annotation.start, each.annotation.end).replace(/^: /, ""),
  ]);
  expect(told).toEqual([[value, annotation]]);
});

test("a method that our own 405 answers is not offered", () => {
  const text = `function methodNotAllowed() {}
export { methodNotAllowed as PUT, get as GET };
export { methodNotAllowed as DELETE };
export { methodNotAllowed as POST } from "./elsewhere";
function get() {}`;
  const { names, refused } = exportsOf(parseModule(text, { jsx: false }));
  expect([...names]).toEqual(["GET", "POST"]);
  expect(refused.map(({ name }) => name)).toEqual(["PUT", "DELETE"]);
});
