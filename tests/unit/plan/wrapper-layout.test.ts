import { expect, test } from "vitest";
import { wrapperLayout } from "../../../src/plan/wrapper-layout.js";

const long = "a".repeat(60);

test.each([
  ["withAuth(", ")", "withAuth(async (req) => {", "});", 0],
  ['withAuth("x", ', ")", 'withAuth("x", async (req) => {', "});", 0],
  // A function that is first stays on the line before something short, and not before an object.
  ["withAuth(", ', "x")', "withAuth(async (req) => {", '}, "x");', 0],
  ["withAuth(", ', { role: "x" })', "withAuth(\n  async (req) => {", '  },\n  { role: "x" },\n);', 1],
  // Too long.
  [`${long}(`, ")", `${long}(\n  async (req) => {`, "  },\n);", 1],
  [`${long}("x", `, ")", `${long}(\n  "x",\n  async (req) => {`, "  },\n);", 1],
  [`${long}("x")(`, ")", `${long}("x")(async (\n  req,\n) => {`, "});", 0],
  [`${long}<{ id: string }>(`, ")", `${long}<{\n  id: string;\n}>(async (req) => {`, "});", 0],
  // A call in a call stands on lines of its own, however short it is.
  ["outer(inner(", "))", "outer(\n  inner(async (req) => {", "  }),\n);", 1],
  ['outer("x", inner(', '), "y")', 'outer(\n  "x",\n  inner(async (req) => {', '  }),\n  "y",\n);', 1],
  ["a(b(c(", ")))", "a(\n  b(\n    c(async (req) => {", "    }),\n  ),\n);", 2],
  [`a(${long}(`, "))", `a(\n  ${long}(async (req) => {`, "  }),\n);", 1],
  [`a(b${long}b(`, "))", `a(\n  b${long}b(\n    async (req) => {`, "    },\n  ),\n);", 2],
])("%s…%s", (before, after, opening, closing, depth) => {
  const layout = wrapperLayout({ left: "export const GET = ", before, after, head: "async (req) => {" });
  expect(layout).toEqual({ opening: `export const GET = ${opening}`, closing, depth });
});
