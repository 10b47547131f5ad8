import { expect, test } from "vitest";
import { insertions, type Block } from "../../../src/edit/insertions.js";
import { edited } from "../../support/edited.js";
import { routeFile } from "../../support/route-there.js";

/** Puts `x()` at the mark: behind what is there for `»`, before it for `«`. */
function inserted(marked: string, block: Partial<Block> = {}): string {
  const offset = marked.search(/[»«]/);
  const file = routeFile(marked.replace(/[»«]/, ""));
  const place = { offset, side: marked[offset] === "«" ? ("before" as const) : ("behind" as const) };
  return edited(file, insertions(file, [{ place, text: "x()", gap: "\n\n", isClosed: false, ...block }]));
}

test.each([
  ["»", "x()"],
  ["a();»", "a();\n\nx()"],
  ["a();»\n", "a();\n\nx()\n"],
  ["a();»\nb();", "a();\n\nx()\n\nb();"],
  ["a();»\n\nb();", "a();\n\nx()\n\nb();"],
  ["a();» b();", "a();\n\nx()\n\n b();"],
  ["«b();", "x()\n\nb();"],
  ["a(); «b();", "a(); \n\nx()\n\nb();"],
  // What would be read as a part of it is kept from that.
  ["a()»\n;[1].map(b)", "a()\n\nx()\n\n;[1].map(b)"],
  ["a();»\n\n[1].map(b);", "a();\n\nx();\n\n[1].map(b);"],
  ["a();»\n\n// why\n(b)();", "a();\n\nx();\n\n// why\n(b)();"],
  ["a();»\n\n`b`.trim();", "a();\n\nx();\n\n`b`.trim();"],
  ["a();»\n\n/b/.test(c);", "a();\n\nx();\n\n/b/.test(c);"],
  ["a();»\n\n++b;", "a();\n\nx()\n\n++b;"],
  ["a();»\n\n// b", "a();\n\nx()\n\n// b"],
])("%j becomes %j", (marked, text) => {
  expect(inserted(marked)).toBe(text);
});

test("a function ends by itself, and what ends in a semicolon has ended", () => {
  expect(inserted("a();»\n\n(b)();", { isClosed: true })).toBe("a();\n\nx()\n\n(b)();");
  expect(inserted("a();»\n\n(b)();", { text: "x();" })).toBe("a();\n\nx();\n\n(b)();");
});

test("imports go directly below imports", () => {
  expect(inserted('import "a";»\nb();', { text: 'import "x";', gap: "\n" })).toBe(
    'import "a";\nimport "x";\nb();',
  );
});

test("several at one place have one blank line between them", () => {
  const file = routeFile("a();\nb();");
  const place = { offset: 4, side: "behind" as const };
  const blocks = ["x();", "", "y();"].map((text) => ({ place, text, gap: "\n\n" as const, isClosed: false }));
  expect(edited(file, insertions(file, blocks))).toBe("a();\n\nx();\n\ny();\n\nb();");
});
