import { expect, test } from "vitest";
import { defaultStyle, type TextStyle } from "../../../src/project/text-style.js";
import { routeFile } from "../../support/route-there.js";

test.each<[text: string, style: Partial<TextStyle>]>([
  ["", {}],
  ["// it's", {}],
  ["f('a');", { quote: "'" }],
  ["f('a', \"b\");", {}],
  // Quotes that were not free to choose say nothing.
  ["f('a', \"it's\", \"it's\");", { quote: "'" }],
  ["f('say \"a\"');", {}],
  ["f(`a`);", {}],
  ["f()", { semicolons: false }],
  ["f()\ng();", {}],
  ["import a from 'b'\nexport const c = a\nd();", { quote: "'", semicolons: false }],
  ["for (let a = 1; a < 2; a += 1) {}\nf()", { semicolons: false }],
  ["function f() {}", {}],
  ["if (a) {\n\tf();\n}", { indent: "\t" }],
  ["if (a) {\n    f();\n}", { indent: "    " }],
  ["if (a) {\n  if (b) {\n    f();\n  }\n}", {}],
  ["/**\n * a\n * b\n */\nf();", {}],
  ["f();\r\ng();\r\n", { lineBreak: "\r\n" }],
  ["f();\r\ng();\nh();\n", {}],
  ["f({\n  a: 1,\n});", {}],
  ["f({\n  a: 1\n});", { trailingCommas: "none" }],
  ["f(\n  a,\n  {\n    b: 1,\n  }\n);", { trailingCommas: "es5" }],
  ["import {\n  a,\n  b\n} from 'c';", { quote: "'", trailingCommas: "none" }],
  ["import {\n  a,\n  b,\n} from 'c';", { quote: "'" }],
])("%j is written like that: %j", (text, style) => {
  expect(routeFile(text).style).toEqual({
    ...defaultStyle,
    finalNewline: text === "" || text.endsWith("\n"),
    ...style,
  });
});

test("text in JSX is no string", () => {
  const text = `export const a = <b className="c" title="d">it's</b>;\nf('e');`;
  expect(routeFile(text, "app/api/posts/route.tsx").style.quote).toBe("'");
});
