import { expect, test } from "vitest";
import { restyle, withLineBreaks } from "../../../src/render/restyle.js";
import { defaultStyle, type TextStyle } from "../../../src/project/text-style.js";
import { syntaxOf } from "../../support/edited.js";

test.each<[style: Partial<TextStyle>, before: string, after: string]>([
  [{}, 'f("a");\n', 'f("a");\n'],
  [{ quote: "'" }, 'f("a", "it\'s", "\\"", `"`);', "f('a', \"it's\", '\"', `\"`);"],
  [{ quote: "'" }, 'f(`"a" ${b.join("/")} "c"`);', 'f(`"a" ${b.join(\'/\')} "c"`);'],
  [{ quote: "'" }, 'type A = { b: "c" };', "type A = { b: 'c' };"],
  [{ indent: "\t" }, "{\n  {\n    f();\n  }\n}", "{\n\t{\n\t\tf();\n\t}\n}"],
  [{ semicolons: false }, 'import a from "a";\nexport const b = a;', 'import a from "a"\nexport const b = a'],
  [
    { semicolons: false },
    "export { f };\ntype B = A;\nfunction f() {}",
    "export { f }\ntype B = A\nfunction f() {}",
  ],
  [{ semicolons: false }, "f();\n(await g()).h();", "f()\n;(await g()).h()"],
  [{ semicolons: false }, "for (let i = 0; i < 2; i += 1) f();", "for (let i = 0; i < 2; i += 1) f()"],
  [{ semicolons: false }, "let a;\nthrow b;\n[c].map(d);", "let a\nthrow b\n;[c].map(d)"],
  [{ semicolons: false }, "f();\n\n// (a)\n(b).c();", "f()\n\n// (a)\n;(b).c()"],
  [{ semicolons: false }, "type A = {\n  [key]?: B;\n  c: D;\n};", "type A = {\n  [key]?: B\n  c: D\n}"],
  [{ semicolons: false }, 'f("a;\\n", `b;\n`);', 'f("a;\\n", `b;\n`)'],
  [{ trailingCommas: "es5" }, "f(\n  a,\n  {\n    b,\n  },\n);", "f(\n  a,\n  {\n    b,\n  }\n);"],
  [{ trailingCommas: "none" }, "f(\n  a,\n  {\n    b,\n  },\n);", "f(\n  a,\n  {\n    b\n  }\n);"],
])("%j: %j becomes %j", (style, before, after) => {
  const text = restyle(before, { ...defaultStyle, ...style });
  expect(text).toBe(after);
  // What it says is the same: one statement is not read as a part of another.
  expect(
    syntaxOf(text)
      .program.body.map(({ type }) => type)
      .filter((type) => type !== "EmptyStatement"),
  ).toEqual(syntaxOf(before).program.body.map(({ type }) => type));
});

test("line breaks are the file's", () => {
  expect(withLineBreaks("a\nb\r\n", { ...defaultStyle, lineBreak: "\r\n" })).toBe("a\r\nb\r\n");
  expect(withLineBreaks("a\nb\n", defaultStyle)).toBe("a\nb\n");
});
