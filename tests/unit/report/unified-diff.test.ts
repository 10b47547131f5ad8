import { applyPatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../../src/report/unified-diff.js";

const line = fc.stringMatching(/^[a-c{} ]{0,4}$/);
const text = fc
  .tuple(
    fc.array(line, { maxLength: 20 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
    fc.constantFrom("", "\uFEFF"),
  )
  .map(([lines, lineBreak, ends, mark]) => mark + lines.join(lineBreak) + (ends ? lineBreak : ""));

test("a diff says all that changes, and no more: applied to the old text it is the new one", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after);
      const patch = unifiedDiff({ path: "app/api/posts/[id]/route.ts", before, text: after });
      expect(applyPatch(before, `${patch}\n`, { autoConvertLineEndings: false })).toBe(after);
    }),
  );
});

test("a name with brackets stands as it is, and a file without a last line break says so", () => {
  expect(unifiedDiff({ path: "app/api/[id]/route.ts", before: "a", text: "b\n" })).toBe(
    "--- a/app/api/[id]/route.ts\n+++ b/app/api/[id]/route.ts\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b",
  );
});
