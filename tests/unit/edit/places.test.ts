import { expect, test } from "vitest";
import { placesIn, type Place } from "../../../src/edit/places.js";
import type { Method } from "../../../src/spec/methods.js";
import { routeFile } from "../../support/route-there.js";

/** The text with a mark at the place: `»` comes behind what is there, `«` before it. */
function marked(text: string, { offset, side }: Place): string {
  return `${text.slice(0, offset)}${side === "behind" ? "»" : "«"}${text.slice(offset)}`;
}

const get = "export function GET() {}";
const put = "export function PUT() {}";

test.each<[text: string, method: Method, expected: string]>([
  [`${get}\n${put}`, "POST", `${get}»\n${put}`],
  [`${get} // all\n${put}`, "HEAD", `${get} // all»\n${put}`],
  [`${get} /* of PUT */ ${put}`, "HEAD", `${get}» /* of PUT */ ${put}`],
  [put, "GET", `«${put}`],
  [`// of the PUT\n/** doc */\n${put}`, "GET", `«// of the PUT\n/** doc */\n${put}`],
  [`/* eslint-disable x */\n// of the PUT\n${put}`, "GET", `/* eslint-disable x */\n«// of the PUT\n${put}`],
  [`// far away\n\n${put}`, "GET", `// far away\n\n«${put}`],
  [`${put}\nfunction help() {}`, "OPTIONS", `${put}\nfunction help() {}»`],
  [`${put}\n${get}`, "POST", `${put}\n${get}»`],
  [`const x = 1`, "POST", `const x = 1»`],
  [
    "const a = { x: 1 };\nexport function OPTIONS() {}",
    "POST",
    "«const a = { x: 1 };\nexport function OPTIONS() {}",
  ],
  ["export const GET = f\n\n;[1].map(f)", "POST", "export const GET = f»\n\n;[1].map(f)"],
  [
    "export { f as GET, f as PUT };\nfunction f() {}",
    "POST",
    "export { f as GET, f as PUT };»\nfunction f() {}",
  ],
])("in %j a new %s goes where the mark is", (text, method, expected) => {
  expect(marked(text, placesIn(routeFile(text)).handler(method))).toBe(expected);
});

test.each([
  ['import "a";\nf();', 'import "a";»\nf();'],
  ['import "a"; // why\nf();', 'import "a"; // why»\nf();'],
  ['f();\nimport "a";\ng();', 'f();\nimport "a";»\ng();'],
  ['"use strict";\nf();', '"use strict";»\nf();'],
  ["/* Copyright A */\n\n// of f\nf();", "/* Copyright A */\n\n«// of f\nf();"],
  ["/// <reference types='node' />\nf();", "/// <reference types='node' />\n«f();"],
  ["\uFEFFf();", "\uFEFF«f();"],
])("in %j imports go where the mark is", (text, expected) => {
  expect(marked(text, placesIn(routeFile(text)).imports)).toBe(expected);
});

test.each([
  [
    `${get}\nfunction a() {}\nfunction b() {}\nconst c = 1;`,
    `${get}\nfunction a() {}\nfunction b() {}»\nconst c = 1;`,
  ],
  [`${get}\nfunction methodNotAllowed() {}`, `${get}»\nfunction methodNotAllowed() {}`],
  [`${get}\nexport function OPTIONS() {}`, `${get}»\nexport function OPTIONS() {}`],
  ["export function OPTIONS() {}", "«export function OPTIONS() {}"],
])("in %j functions go where the mark is", (text, expected) => {
  expect(marked(text, placesIn(routeFile(text)).after)).toBe(expected);
});
