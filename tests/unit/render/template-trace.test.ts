import fc from "fast-check";
import { expect, test } from "vitest";
import { renderTried } from "../../../src/check/render-tried.js";
import { chooseGuard } from "../../../src/plan/auth/choose-guard.js";
import { plan } from "../../../src/plan/plan.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { templateTracer } from "../../../src/render/template-trace.js";
import { templateSource } from "../../../src/render/template-source.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { methods } from "../../../src/spec/methods.js";
import { templateNames } from "../../../src/spec/templates.js";
import { triedPaths } from "../../../src/check/tried-routes.js";
import { projectOf, requestOf, templates } from "../../support/pipeline.js";

const by = { name: "basic", base: "basic" } as const;

function traced(texts: Record<string, string>) {
  const own = new Map(Object.entries(texts));
  const trace = templateTracer(templateSource({ read: () => undefined }, own));
  return trace("main", { name: "x", handler: {} }, by);
}

const at = (texts: Record<string, string>, written: string, word: string) => {
  const place = traced(texts).placeOf(written, written.indexOf(word));
  return place && `${place.name}:${String(place.line)}:${String(place.column)}`;
};

test("what stands in a text has its place, however it was laid out since", () => {
  const main =
    'const one = "<%- view.name %>";\n\n<%_ if (true) { _%>\n  call(first, second);\n<%_ } _%>\nlast();\n';
  expect(at({ main }, "const one = 'x'\n\ncall(\n  first,\n  second,\n)\nlast()\n", "second")).toBe(
    "main:4:15",
  );
  expect(at({ main }, "const one = 'x'\n\ncall(\n  first,\n  second,\n)\nlast()\n", "last")).toBe("main:6:1");
  expect(at({ main }, "const one = 'x'\n", "one")).toBe("main:1:7");
  expect(at({ main: "export const x = ;\n" }, "export const x = ;\n", ";")).toBe("main:1:18");
});

test("a partial has its own places, and what follows it those of the text that includes it", () => {
  const main = '<%- include("part", {}, 1) -%>\nbehind();\n<%- include("part") %> same;\n';
  const part = "first();\nsecond();\n";
  const written = "  first();\n  second();\nbehind();\nfirst();\nsecond();\n same;\n";
  expect(at({ main, part }, written, "second")).toBe("part:2:1");
  expect(at({ main, part }, written, "behind")).toBe("main:2:1");
  expect(at({ main, part }, written, "same")).toBe("main:3:24");
});

/** A word of a template's own text: what stands between its tags. */
const words = (text: string): string[] =>
  text.replace(/<%[^]*?%>/g, " ").match(/\b[a-z][A-Za-z]{5,}\b/g) ?? [];

/** What the functions of a view write. */
const answered: ReadonlySet<string> = new Set(["status", "headers", "issues", "console", "failed"]);

test("every line of what built-in templates write comes from a line that has its words", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...templateNames),
      fc.constantFrom(...triedPaths),
      fc.constantFrom(undefined, "bearer"),
      (template, route, auth) => {
        const { specs } = parseRouteSpecs(requestOf([route], { template, auth, methods: [...methods] }));
        const { targets } = targetsOf(specs, projectOf());
        const planned = plan(targets, projectOf(), () => ({
          there: undefined,
          habits: noHabits,
          chooseGuard,
        })).plan.files;
        const tried = renderTried(planned, templates, new Map(), [], () => undefined);
        for (const { path, text } of tried.files) {
          const view = JSON.stringify(planned.find((file) => file.path === path)!.view);
          const trace = tried.traceOf(path);
          for (const { 0: word, index } of text.matchAll(/\b[a-z][A-Za-z]{5,}\b/g)) {
            const place = trace.placeOf(text, index);
            expect(place).toBeDefined();
            const line = templates.read(place!.name)!.split("\n")[place!.line - 1]!;
            // Only words that no view could have put there tell anything.
            if (view.includes(word) || answered.has(word)) continue;
            if (!words(templates.read(place!.name)!).includes(word)) continue;
            compared += 1;
            expect(line, `${word} of ${path}`).toContain(word);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
  expect(compared).toBeGreaterThan(500);
});
