import fc from "fast-check";
import { expect, test } from "vitest";
import { methods, methodTable, type Method } from "../../src/spec/methods.js";
import { exportsOf } from "../../src/project/module-exports.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { templateNames } from "../../src/spec/templates.js";
import { addTo } from "../support/add-to.js";
import { projectOf, renderRoutes } from "../support/pipeline.js";
import { routeThere } from "../support/route-there.js";
import { compileRoutes, type Compiled } from "./workspace.js";
import { parsed } from "../support/parsed.js";

const runs = Number(process.env["PROPERTY_RUNS"] ?? 1500);

const projects = {
  "16": projectOf(),
  "16 with cacheComponents": projectOf("16.4.6", { cacheComponents: true }),
  "14": projectOf("14.2.35"),
};

/** A file of our own with some methods, and others that are added to it. */
const addition = fc
  .record({
    route: fc.constantFrom(
      "posts",
      "posts/[id]",
      "users/[userId]/posts",
      "docs/[...slug]",
      "docs/[[...slug]]",
    ),
    template: fc.constantFrom(...templateNames),
    auth: fc.constantFrom(undefined, "bearer" as const),
    fallbacks: fc.boolean(),
    next: fc.constantFrom(...(Object.keys(projects) as (keyof typeof projects)[])),
    all: fc.subarray(methods, { minLength: 2 }),
    bits: fc.nat(127),
  })
  .map(({ all, bits, ...rest }) => ({
    ...rest,
    all,
    first: all.filter((_method, index) => (bits >> index) & 1),
  }))
  .filter(({ first, all }) => first.length > 0 && first.length < all.length);
type Addition = typeof addition extends fc.Arbitrary<infer T> ? T : never;

/** What a file that was added to may have that the one written at once has not, and how it looks without it. */
const reasons = {
  // Nothing of what is there is taken away, though with every method offered nobody needs it.
  "its OPTIONS stays when the last 405 goes": {
    holds: ({ first, all, fallbacks }: Addition) => {
      const isFull = methods.every((method) => !methodTable[method].fallback || all.includes(method));
      return fallbacks && isFull && !all.includes("OPTIONS") && !first.includes("OPTIONS");
    },
    without: (text: string) => text.replace(/\n\nconst allow = [^]*$/, "\n"),
  },
  // A GET that was alone in its file was frozen at build; what thawed it stays.
  "what keeps the GET from being frozen stays": {
    holds: ({ first }: Addition, text: string) =>
      first.includes("GET") && /connection\(\)|export const dynamic/.test(text),
    without: (text: string) =>
      text
        .replace(/export const dynamic = "force-dynamic";\n/, "")
        .replace(/import \{ connection \} from "next\/server";\n/, "")
        .replace(/ {2}await connection\(\);\n/, "")
        .replace("export async function GET(", "export function GET(")
        .replace(/\n+/g, "\n")
        .trim(),
  },
  "a constant that one handler needs stands before it, and not at the top": {
    holds: ({ template, first, all }: Addition) => {
      const takesForms = (method: Method) => ["POST", "PUT", "PATCH"].includes(method);
      return template === "form" && all.some(takesForms) && !first.some(takesForms);
    },
    without: (text: string) => text.replace(/const maxBytes = .*\n\n/, ""),
  },
  // Beside a GET that refuses some queries it would have looked at the query, too.
  "a HEAD that was there before its GET stays as it is": {
    holds: ({ route, template, first, all }: Addition) => {
      const hasPages = template === "search" || (template === "resource" && route.endsWith("posts"));
      return hasPages && first.includes("HEAD") && !first.includes("GET") && all.includes("GET");
    },
    without: (text: string) => text.replace(/export (?:async )?function HEAD\([^]*?\n\}\n\n?/, ""),
  },
  // What the GET answers stays as it is: it reads nothing that the new handlers write.
  "a catch-all that was only read has no items": {
    holds: ({ route, template, first, all }: Addition) => {
      const isRead = (method: Method) => !methodTable[method].mutates;
      return route.includes("...") && template === "resource" && first.every(isRead) && !all.every(isRead);
    },
    without: (text: string) =>
      text
        .replace(/export [^]*?\n\}\n/g, "")
        .replace(/import [^]*?;\n|type .*\n/g, "")
        .trim()
        .replace(/\s+/g, " "),
  },
};

test("a file of our own that is added to is the file that would have been written at once", async () => {
  const counts = new Map<string, number>();
  const differing = new Map<string, Compiled>();
  await fc.assert(
    fc.asyncProperty(addition, async (drawn) => {
      const { route, template, auth, fallbacks, next, first, all } = drawn;
      const options: Partial<RouteRequest> = { template, auth, fallbacks };
      const textOf = (asked: readonly Method[]) =>
        renderRoutes([route], { ...options, methods: asked }, projects[next]).find(({ path }) =>
          path.endsWith("/route.ts"),
        )?.text ?? "";
      const there = routeThere(textOf(first), `app/api/${route}/route.ts`);
      const { change } = await addTo(there, route, { ...options, methods: all }, projects[next]);
      const edited = routeThere(change.text, there.path);
      const again = await addTo(edited, route, { ...options, methods: all }, projects[next]);
      expect([again.change.action, again.change.text, again.warnings]).toEqual([
        "unchanged",
        change.text,
        [],
      ]);
      expectTrueAllow(change.text);

      const [edit, whole] = [change.text, textOf(all)];
      const applying = Object.entries(reasons).filter(([, { holds }]) => holds(drawn, edit));
      const same = (text: string) => applying.reduce((reduced, [, { without }]) => without(reduced), text);
      expect(same(edit)).toBe(same(whole));
      const why = edit === whole ? "the same" : applying.map(([reason]) => reason).join("; ");
      counts.set(why, (counts.get(why) ?? 0) + 1);
      const folder = next === "14" ? `next-14/${route}` : route;
      const isCompiled = edit !== whole && route.startsWith("posts") && template !== "search";
      if (isCompiled) differing.set(folder + edit, { folder, ending: ".ts", text: edit, hasHandlers: true });
    }),
    { numRuns: runs },
  );
  console.log([...counts].map(([why, count]) => `${String(count)} ${why}`).join("\n"));
  console.log(`${String(differing.size)} texts that differ compiled`);
  expect(await compileRoutes("own", [...differing.values()])).toBe("");
  expect(differing.size).toBeGreaterThan(20);
  // No reason that nothing needs.
  for (const reason of Object.keys(reasons))
    expect(
      [...counts.keys()].filter((why) => why.includes(reason)),
      reason,
    ).not.toEqual([]);
});

/** Every list of `Allow` names what the file answers: its handlers, the HEAD of a GET, OPTIONS. */
function expectTrueAllow(text: string): void {
  const { names } = exportsOf(parsed(text, { jsx: false }));
  const answered = methods.filter((method) => names.has(method) || (method === "HEAD" && names.has("GET")));
  for (const [, list] of text.matchAll(/Allow: "([^"]*)"/g)) expect(list).toBe(answered.join(", "));
}
