import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { inOrder, isMethod, methods, type Method } from "../../src/spec/methods.js";
import { parseModule } from "../../src/project/typescript-parser.js";
import { exportsOf } from "../../src/project/module-exports.js";
import { addTo } from "../support/add-to.js";
import { oddRoutes, thereOf, type OddRoute } from "../support/odd-routes.js";
import { expectKept } from "./kept.js";
import { compileRoutes, type Compiled } from "./workspace.js";

const routes = oddRoutes();
const subsets = Array.from({ length: 2 ** methods.length }, (_, bits) =>
  methods.filter((_method, index) => (bits >> index) & 1),
).filter((subset) => subset.length > 0);

/** What became of an odd route, for every set of methods that it can be asked for. */
type Results = ReadonlyMap<string, { readonly methods: readonly Method[]; readonly text: string }>;
const results = new Map<OddRoute, Results>();

const namesOf = (text: string, name: string) => {
  const { all, refused, openTo } = exportsOf(parseModule(text, { jsx: name.endsWith("x") }));
  return { all: all.map((each) => each.name), refused: refused.map((each) => each.name), openTo };
};

describe("a route file that people wrote keeps every byte and gets what it lacks", () => {
  test.each(routes.map((route) => [route.name, route] as const))("%s", async (name, odd) => {
    const there = thereOf(odd, odd.text);
    const offered = there.file?.offered ?? [];
    const isFilled = (there.file?.syntax.program.body.length ?? 0) > 0;
    const before = namesOf(odd.text, name);
    const found = new Map<string, { methods: readonly Method[]; text: string }>();
    for (const asked of subsets) {
      const { change, warnings } = await addTo(there, odd.route, { methods: asked }, odd.project);
      const adds = asked.filter((method) => !offered.includes(method));
      const about = `${name} + ${asked.join(",")}`;
      if (adds.length === 0) {
        expect([change.action, change.text, warnings], about).toEqual(["unchanged", odd.text, []]);
        continue;
      }
      expect(change.action, about).toBe("update");
      const known = found.get(adds.join());
      if (known) {
        expect(change.text, about).toBe(known.text);
        continue;
      }
      found.set(adds.join(), { methods: asked, text: change.text });

      const after = namesOf(change.text, name);
      const config = after.all.filter((each) => each === "dynamic" && !before.all.includes(each));
      expect([...after.all].sort(), about).toEqual([...before.all, ...adds, ...config, ...(isFilled ? [] : ownOptions(after.all, adds))].sort());
      expect(after.openTo, about).toEqual(before.openTo);
      expectKept(odd.text, change.text, about);

      const again = thereOf(odd, change.text);
      const second = await addTo(again, odd.route, { methods: asked }, odd.project);
      expect([second.change.action, second.change.text, second.warnings], `${about}, again`).toEqual([
        "unchanged",
        change.text,
        [],
      ]);
    }
    results.set(odd, found);
  });
});

/** A file with nothing in it becomes a new one, with fallbacks and the OPTIONS that goes with them. */
function ownOptions(names: readonly string[], adds: readonly Method[]): string[] {
  return adds.includes("OPTIONS") ? [] : names.filter((each) => each === "OPTIONS");
}

test("all at once is the same as one after the other", async () => {
  const differing: string[] = [];
  let tried = 0;
  for (const [odd, found] of results) {
    const there = thereOf(odd, odd.text);
    for (const [key, { text }] of found) {
      const adds = key.split(",").filter(isMethod);
      if (adds.length < 2 || adds.length > 3) continue;
      const [first] = adds;
      const half = await addTo(there, odd.route, { methods: [first!] }, odd.project);
      const whole = await addTo(thereOf(odd, half.change.text), odd.route, { methods: adds.slice(1) }, odd.project);
      tried += 1;
      if (whole.change.text !== text) differing.push(`${odd.name} + ${key}`);
    }
  }
  console.log(`${String(tried)} pairs and triples in two steps, ${String(differing.length)} differ`);
  if (process.env["SHOW"]) console.log(differing.join("\n"));
});

describe("what becomes of them compiles", () => {
  test("with Next's types, under the strictest flags", async () => {
    const all: (Compiled & { about: string })[] = [];
    for (const [{ name, text }, found] of results) {
      const shared = { folder: path.posix.dirname(name), ending: path.extname(name) };
      all.push({ ...shared, text, about: name });
      for (const [adds, result] of found) all.push({ ...shared, text: result.text, about: `${name} + ${adds}` });
    }
    const said = await compileRoutes("edited", all, { checksHandlers: true });
    const named = said.replace(/route(\d+)\.tsx?/g, (file, index) => `${file} = ${all[Number(index)]!.about}`);
    console.log(`${String(results.size)} odd routes, ${String(all.length)} texts compiled`);
    expect(named.split("\n").slice(0, 60).join("\n")).toBe("");
  });
});
void beforeAll; void inOrder;
