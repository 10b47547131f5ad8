import fc from "fast-check";
import { format, type Options } from "prettier";
import { expect, test } from "vitest";
import { methods } from "../../src/spec/methods.js";
import { templateNames } from "../../src/spec/templates.js";
import { addTo } from "../support/add-to.js";
import { renderRoutes } from "../support/pipeline.js";
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
    route: fc.constantFrom("posts", "blog-posts/[id]", "users/[userId]/orders", "docs/[...slug]"),
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
