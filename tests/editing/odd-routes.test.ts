import path from "node:path";
import { describe, expect, test } from "vitest";
import { isMethod, methods, type Method } from "../../src/spec/methods.js";
import { exportsOf } from "../../src/project/module-exports.js";
import { addTo } from "../support/add-to.js";
import { oddRoutes, thereOf, type OddRoute } from "../support/odd-routes.js";
import { expectKept } from "./kept.js";
import { compileRoutes, type Compiled } from "./workspace.js";
import { parsed } from "../support/parsed.js";

const routes = oddRoutes();
const subsets = Array.from({ length: 2 ** methods.length }, (_, bits) =>
  methods.filter((_method, index) => (bits >> index) & 1),
).filter((subset) => subset.length > 0);

/** What became of an odd route, by the methods that it got. */
const results = new Map<OddRoute, Map<string, string>>();

describe("a route file that people wrote keeps every byte and gets what it lacks", () => {
  test.each(routes.map((odd) => [odd.name, odd] as const))("%s", async (_name, odd) => {
    const there = thereOf(odd, odd.text);
    const offered = there.file?.offered ?? [];
    const found = new Map<string, string>();
    results.set(odd, found);
    for (const asked of subsets) {
      // What is there already is asked for beside the rest by itself, and all of it: between the two lies nothing else.
      const askedAgain = asked.filter((method) => offered.includes(method)).length;
      if (askedAgain > 1 && askedAgain < offered.length) continue;
      const about = `${odd.name} + ${asked.join(",")}`;
      const { change, warnings } = await addTo(there, odd.route, { methods: asked }, odd.project);
      const adds = asked.filter((method) => !offered.includes(method));
      const known = found.get(adds.join());
      if (adds.length === 0) {
        expect([change.action, change.text, warnings], about).toEqual(["unchanged", odd.text, []]);
      } else if (known !== undefined) {
        expect([change.action, change.text], about).toEqual(["update", known]);
      } else {
        expect(change.action, about).toBe("update");
        found.set(adds.join(), change.text);
        expectExports(odd, change.text, adds, about);
        expectKept(odd.text, change.text, about);

        const again = await addTo(thereOf(odd, change.text), odd.route, { methods: asked }, odd.project);
        expect([again.change.action, again.change.text, again.warnings], `${about}, again`).toEqual([
          "unchanged",
          change.text,
          [],
        ]);
      }
    }
  });
});

function namesOf(text: string, name: string) {
  const { all, refused, openTo } = exportsOf(parsed(text, { jsx: name.endsWith("x") }));
  return { all: all.map((each) => each.name).sort(), refused: refused.map((each) => each.name), openTo };
}

/** The exports that were there, the new methods, and nothing else but what a frozen GET needs. */
function expectExports(odd: OddRoute, text: string, adds: readonly Method[], about: string): void {
  const [before, after] = [namesOf(odd.text, odd.name), namesOf(text, odd.name)];
  const isEmpty = before.all.length === 0 && parsed(odd.text, { jsx: false }).program.body.length === 0;
  const besides = after.all.filter(
    (name) =>
      !before.all.includes(name) &&
      !adds.some((method) => method === name) &&
      // A file with nothing in it becomes a new one, with its fallbacks.
      (name === "dynamic" || (isEmpty && name === "OPTIONS")),
  );
  expect(after.all, about).toEqual([...before.all, ...adds, ...besides].sort());
  expect(after.openTo, about).toEqual(before.openTo);
  if (!isEmpty) expect(after.refused, about).toEqual(before.refused);
}

/**
 * Where two runs write something else than one, and why:
 *
 * - a list of imports that is not sorted is added to at its end, in each run;
 * - a handler that had to do without the others' wrapper is what the next one is written like.
 */
const differsInTwoSteps = [
  "posts/comments-everywhere.ts",
  "posts/data-aliased.ts",
  "posts/data-comment-last.ts",
  "posts/data-comments-in-list.ts",
  "posts/data-default-import.ts",
  "posts/data-inline-type.ts",
  "posts/data-multi-line.ts",
  "posts/data-odd-spaces.ts",
  "posts/[id]/wrapper-object-no-request.ts",
  "posts/[id]/wrapper-object-renamed.ts",
];

test("adding one method after the other gives what adding them at once gives", async () => {
  const differing = new Set<string>();
  const shown: string[] = [];
  let tried = 0;
  for (const [odd, found] of results) {
    const there = thereOf(odd, odd.text);
    for (const [key, text] of found) {
      const [first, ...others] = key.split(",").filter(isMethod);
      if (!first || others.length < 1 || others.length > 2) continue;
      const half = thereOf(odd, found.get(first) ?? "");
      expect(half.text).not.toBe(there.text);
      const whole = await addTo(half, odd.route, { methods: others }, odd.project);
      tried += 1;
      if (whole.change.text === text) continue;
      differing.add(odd.name);
      if (!differsInTwoSteps.includes(odd.name)) shown.push(`${odd.name} + ${key}`);
    }
  }
  console.log(`${String(tried)} pairs and triples of methods added in two runs`);
  expect(shown).toEqual([]);
  expect(differsInTwoSteps.filter((name) => !differing.has(name))).toEqual([]);
});

test("what becomes of them compiles, and Next's rules for handlers hold", async () => {
  const all: (Compiled & { about: string })[] = [];
  for (const [{ name, text }, found] of results) {
    const shared = { folder: path.posix.dirname(name), ending: path.extname(name) };
    all.push({ ...shared, text, hasHandlers: false, about: name });
    for (const [adds, result] of found)
      all.push({ ...shared, text: result, hasHandlers: true, about: `${name} + ${adds}` });
  }
  const said = await compileRoutes("edited", all);
  const named = said.replace(
    /route(\d+)\.tsx?/g,
    (file, index) => `${file} = ${all[Number(index)]?.about ?? "?"}`,
  );
  console.log(
    `${String(results.size)} odd routes, ${String(subsets.length)} sets of methods each; ${String(all.length)} texts compiled`,
  );
  expect(named.split("\n").slice(0, 40).join("\n")).toBe("");
  expect(all.length).toBeGreaterThan(5_000);
});

test("the check can fail: a handler of the wrong shape and a name that is not there are found", async () => {
  const shared = { folder: "posts/[id]", ending: ".ts", hasHandlers: true };
  const said = await compileRoutes("broken", [
    {
      ...shared,
      text: "export const GET = (request: Request, { params }: { params: { id: string } }) => Response.json([params.id, request.url]);\n",
    },
    { ...shared, text: "export const GET = () => Response.json(nothing);\n" },
  ]);
  expect(said).toMatch(/check\.ts.*error TS/);
  expect(said).toContain("Cannot find name 'nothing'");
});
