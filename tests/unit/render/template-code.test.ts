import ejs from "ejs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseScript } from "../../../src/syntax/parse-module.js";
import { codeOf, tagsIn } from "../../../src/render/template-code.js";
import { templates } from "../../support/pipeline.js";

const code = (text: string) => {
  const tags = tagsIn("a", text);
  if (!Array.isArray(tags)) throw new Error(tags.message);
  return codeOf(text, tags);
};

/** Pieces that templates are made of, in the forms that EJS has. */
const piece = fc.oneof(
  fc.constantFrom("text", "\n", "  ", "<p>", "'", '"', "`", "{", "%", "<", ">"),
  fc.constantFrom(
    "<%- view.a %>",
    "<%- view.a -%>\n",
    "<%= view.a; %>",
    "<%_ const b = 1; _%>\n",
    "<% for (const c of []) { %>x<% } %>",
    "<%_ if (view.a) { _%>\ny\n<%_ } else { _%>\nz\n<%_ } _%>\n",
    "<%# a comment with { in it %>",
    "<%_ // a comment _%>\n",
    "<%_ /* another */ _%>",
    "<%-\n  view.a\n%>",
    "<% } %>",
    "<% if ( %>",
    "<%- view. %>",
    "<% const d = 1; const d = 2; %>",
    "<%",
    "<%-",
    "%>",
  ),
);

/** Whether EJS compiles a text. A name that is declared twice is no fault of the text, but of how often it was drawn. */
function compiles(text: string): boolean {
  try {
    ejs.compile(text, { _with: false, strict: true, localsName: "view" });
    return true;
  } catch {
    return false;
  }
}

function isSound(text: string): boolean {
  const tags = tagsIn("a", text);
  if (!Array.isArray(tags)) return false;
  try {
    parseScript(codeOf(text, tags));
    return true;
  } catch {
    return false;
  }
}

test("what EJS compiles is sound, and nothing else", () => {
  let compiled = 0;
  const numRuns = 3000;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      expect(isSound(text), JSON.stringify(text)).toBe(compiles(text));
      if (compiles(text)) compiled += 1;
    }),
    { numRuns },
  );
  expect(compiled).toBeGreaterThan(numRuns / 10);
  expect(compiled).toBeLessThan((9 * numRuns) / 10);
});

test("every character of the code stands where it stands in the template", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      const tags = tagsIn("a", text);
      if (!Array.isArray(tags)) return;
      const blanked = codeOf(text, tags);
      expect(blanked).toHaveLength(text.length);
      for (const { kind, codeStart, codeEnd } of tags) {
        const inside = text.slice(codeStart, codeEnd);
        if (kind === "code") expect(blanked.slice(codeStart, codeEnd)).toBe(inside);
      }
    }),
  );
});

test.each(templates.names())("%s, which is built in, is sound", (name) => {
  expect(() => parseScript(code(templates.read(name)!))).not.toThrow();
});

test.each([
  ["a\n  <%_ if (x { _%>", "2:3 The tag `<%_` does not end.", false],
  ["a\n  <%- x", "2:3 The tag `<%-` does not end.", true],
  ["<%- a <%- b %>", "1:1 The tag `<%-` does not end.", true],
])("%j: %s", (text, said, isUnended) => {
  const found = tagsIn("a", text);
  if (!isUnended) expect(Array.isArray(found)).toBe(true);
  else
    expect(found).toMatchObject({
      line: Number(said.split(":")[0]),
      message: said.slice(said.indexOf(" ") + 1),
    });
});
