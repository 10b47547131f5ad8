import fc from "fast-check";
import { format, type Options } from "prettier";
import { expect, test } from "vitest";
import type { HabitWish } from "../../src/spec/habit-wishes.js";
import { habitTable } from "../../src/spec/habits.js";
import { mannerOf } from "../../src/plan/manner.js";
import { habitsOf } from "../../src/project/habits/habits.js";
import { methods } from "../../src/spec/methods.js";
import { templateNames } from "../../src/spec/templates.js";
import { addTo } from "../support/add-to.js";
import { renderRoutes } from "../support/pipeline.js";
import { neighboursIn } from "../support/neighbours.js";
import { renderNear } from "../support/render-near.js";
import { routeThere } from "../support/route-there.js";

/** How the apps of this world have their Prettier. */
const styles: Record<string, Options> = {
  "its defaults": {},
  "four spaces": { tabWidth: 4 },
  tabs: { useTabs: true },
  "single quotes and no semicolons": { singleQuote: true, semi: false },
  "no trailing commas": { trailingComma: "none" },
  "as before version 3": { trailingComma: "es5", singleQuote: true, tabWidth: 4 },
  "all of it": { singleQuote: true, semi: false, useTabs: true, trailingComma: "none" },
  "Windows' line breaks": { endOfLine: "crlf", tabWidth: 4 },
};

const drawn = fc
  .record({
    style: fc.constantFrom(...Object.keys(styles)),
    route: fc.constantFrom(
      "posts",
      "quarterly-performance-reviews/[quarterlyPerformanceReviewId]",
      "blog-posts/[id]",
      "users/[userId]/orders",
      "docs/[...slug]",
    ),
    template: fc.constantFrom(...templateNames),
    auth: fc.constantFrom(undefined, "bearer" as const),
    all: fc.subarray(methods, { minLength: 2 }),
    count: fc.integer({ min: 1, max: 6 }),
  })
  .filter(({ all, count }) => count < all.length);

test("a file that Prettier has formatted has nothing to format after handlers were added", async () => {
  const tried = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(drawn, async ({ style, route, template, auth, all, count }) => {
      const options = { parser: "typescript", ...styles[style] };
      const first = all.slice(0, count);
      const fresh = renderRoutes([route], { template, auth, methods: first }).find(({ path }) =>
        path.endsWith("/route.ts"),
      );
      const there = routeThere(await format(fresh?.text ?? "", options), `app/api/${route}/route.ts`);
      const { change } = await addTo(there, route, { template, auth, methods: all });
      expect(change.text).toBe(await format(change.text, options));
      tried.set(style, (tried.get(style) ?? 0) + 1);
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 400) },
  );
  console.log([...tried].map(([style, times]) => `${String(times)} files with ${style}`).join("\n"));
  expect([...tried.keys()].sort()).toEqual(Object.keys(styles).sort());
});

/** The same styles as habits. */
const wishesOf: Record<string, HabitWish[]> = {
  "its defaults": [],
  "four spaces": [["indent", "4"]],
  tabs: [["indent", "tab"]],
  "single quotes and no semicolons": [
    ["quotes", "single"],
    ["semicolons", "no"],
  ],
  "no trailing commas": [["trailingCommas", "none"]],
  "as before version 3": [
    ["trailingCommas", "es5"],
    ["quotes", "single"],
    ["indent", "4"],
  ],
  "all of it": [
    ["quotes", "single"],
    ["semicolons", "no"],
    ["indent", "tab"],
    ["trailingCommas", "none"],
  ],
  "Windows' line breaks": [
    ["lineBreak", "crlf"],
    ["indent", "4"],
  ],
};

/** Habits of the handlers that make other lines long. */
const manners = fc.record({
  response: fc.constantFrom(...habitTable.response.values),
  error: fc.constantFrom(...habitTable.error.values),
  handlers: fc.constantFrom("function", "arrow"),
  request: fc.constantFrom(...habitTable.request.values),
  params: fc.constantFrom(...habitTable.params.values),
  context: fc.constantFrom(...habitTable.context.values),
});

test("new files in a style are as Prettier would have written them with its options", async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(drawn, manners, async ({ style, route, template, auth, all }, manner) => {
      const wishes = new Map(
        [...(wishesOf[style] ?? []), ...(Object.entries(manner) as HabitWish[])].map(([name, value]) => [
          name,
          { value, source: "option" as const },
        ]),
      );
      const rendered = renderNear([route], { template, auth, methods: all }, { wishes });
      for (const { path, text } of rendered) {
        const formatted = await format(text, { parser: "typescript", ...styles[style] });
        expect(text, path).toBe(formatted);
        files += 1;
      }
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 400) },
  );
  console.log(`${String(files)} new files`);
});

/** Calls around a handler, of any name. */
const calls = [
  "NAME(async (req, { params }) => {",
  "NAME(async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {",
  "NAME(async (req: NextRequest, context: { params: Promise<{ id: string }> }) => {",
  'NAME({ role: "admin" }, async (req, { params }) => {',
  'NAME("teams:read", async (req, { params }) => {',
  'NAME({ role: "admin" })(async (req, { params }) => {',
  "NAME<{ id: string }>(async (req, { params }) => {",
  "NAME(async ({ req, params }) => {",
];

test("handlers that go through a wrapper are as Prettier would have written them", async () => {
  const wrapped = fc.record({
    style: fc.constantFrom(...Object.keys(styles)),
    route: fc.constantFrom("posts", "posts/[id]", "reviews/[quarterlyPerformanceReviewId]"),
    call: fc.constantFrom(...calls),
    behind: fc.constantFrom("", ', { role: "admin" }'),
    name: fc.integer({ min: 6, max: 28 }).map((length) => `with${"A".repeat(length - 4)}`),
  });
  await fc.assert(
    fc.asyncProperty(wrapped, async ({ style, route, call, behind, name }) => {
      const options = { parser: "typescript", ...styles[style] };
      const text = `import type { NextRequest } from "next/server";
import { ${name} } from "@/lib/wrapper";

${["GET", "POST"].map((method) => `export const ${method} = ${call.replace("NAME", name)}\n  const { id } = await params;\n  return Response.json([id, req, request, context]);\n}${behind});`).join("\n\n")}
`;
      const file = "app/api/teams/[id]/route.ts";
      const files = { [file]: await format(text, options) };
      const rendered = renderNear([route], {}, { files });
      for (const { path, text: written } of rendered.filter((each) => each.path.endsWith("/route.ts"))) {
        expect(written, path).toContain(` = ${name}`);
        const style = mannerOf(habitsOf(neighboursIn(files, "app/api/posts"), new Map())).style;
        const seen: Options = {
          parser: "typescript",
          singleQuote: style.quote === "'",
          semi: style.semicolons,
          useTabs: style.indent === "\t",
          tabWidth: style.indent === "\t" ? 2 : style.indent.length,
          trailingComma: style.trailingCommas,
          endOfLine: style.lineBreak === "\n" ? "lf" : "crlf",
        };
        expect(written, path).toBe(await format(written, seen));
      }
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) },
  );
});
