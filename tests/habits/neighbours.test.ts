import path from "node:path";
import fc from "fast-check";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { habitsOf } from "../../src/project/habits/habits.js";
import { exportsOf } from "../../src/project/module-exports.js";
import { parseModule } from "../../src/syntax/parse-module.js";
import { isHabitValue } from "../../src/spec/habits.js";
import { methods } from "../../src/spec/methods.js";
import { templateNames } from "../../src/spec/templates.js";
import { shownBy } from "../../src/project/habits/neighbour.js";
import { asKept, neighboursIn } from "../support/neighbours.js";
import { besideOddRoutes, oddRoutes } from "../support/odd-routes.js";
import { projectOf, renderRoutes, repository } from "../support/pipeline.js";
import { routeFile } from "../support/route-there.js";
import { renderNear } from "../support/render-near.js";
import { compileApps, writeChecks } from "./compile.js";

const runs = Number(process.env["PROPERTY_RUNS"] ?? 250);

const project = projectOf();

/** Every odd route with a folder of its own, so that all of them can be neighbours at once. */
const neighbours = oddRoutes()
  .filter(({ name }) => !name.startsWith("next-14/"))
  .map(({ name, route, text }, index) => ({
    name,
    file: `app/api/n${String(index)}/${route}/route${path.extname(name)}`,
    text,
  }));

/** Most apps agree with themselves: one kind of file in half of the cases, so that its habits win. */
const groups = [
  neighbours,
  neighbours.filter(({ text }) => / = [\w.]+(<.*>)?\(/.test(text)),
  neighbours.filter(({ text }) => text.includes("[id]") || text.includes("params")),
];

const drawn = fc.record({
  near: fc.oneof(
    ...groups.map((group) => fc.uniqueArray(fc.constantFrom(...group), { minLength: 1, maxLength: 8 })),
  ),
  route: fc.constantFrom("posts", "blog-posts/[id]", "users/[userId]/orders", "docs/[...slug]", "a/[[...b]]"),
  template: fc.constantFrom(...templateNames),
  auth: fc.constantFrom(undefined, true as const, "bearer" as const),
  asked: fc.subarray(methods, { minLength: 1 }),
  fallbacks: fc.boolean(),
});

/** What was written, with the neighbours that it was written like. */
const written = new Map<string, { about: string; files: Map<string, string> }>();

test("what a file shows is the same after it was left to the next run", () => {
  for (const { file, text } of neighbours) {
    const shown = shownBy(routeFile(text, file));
    expect(asKept(shown), file).toEqual(shown);
  }
});

test("whatever the neighbours are, the run ends well and exports what it would without them", () => {
  fc.assert(
    fc.property(drawn, ({ near, route, template, auth, asked, fallbacks }) => {
      const options = { template, auth, methods: asked, fallbacks };
      const files = Object.fromEntries(near.map(({ file, text }) => [file, text]));
      const place = `r${String(written.size)}`;
      const rendered = renderNear([`${place}/${route}`], options, { files, project });
      const plain = renderRoutes([`${place}/${route}`], options, project);
      const texts = new Map(rendered.map((file) => [file.path, file.text]));
      for (const [file, text] of texts)
        expect(namesOf(file, text)).toEqual(namesOf(file, textOf(plain, file)));
      const about = `${JSON.stringify(options)} ${route} near ${near.map(({ name }) => name).join(", ")}`;
      written.set(place, { about, files: texts });
    }),
    { numRuns: runs },
  );
  expect(written.size).toBeGreaterThanOrEqual(runs);
});

function textOf(files: readonly { path: string; text: string }[], file: string): string {
  const bare = (name: string) => name.replace(/\.tsx?$/, "");
  return files.find((each) => bare(each.path) === bare(file))?.text ?? "";
}

/** What a module exports, besides how its GET is cached: that depends on the guard. */
function namesOf(file: string, text: string): string[] {
  const { names } = exportsOf(parseModule(text, { jsx: file.endsWith("x") }));
  return [...names].filter((name) => name !== "dynamic").sort();
}

test("what is written compiles, with what its neighbours import", async () => {
  const workspace = path.join(repository, "tests/.cache", `neighbours-${String(process.pid)}`);
  try {
    for (const [file, text] of besideOddRoutes()) {
      if (file.endsWith(".d.ts")) await fs.outputFile(path.join(workspace, file), text);
    }
    for (const { about, files } of written.values()) {
      for (const [file, text] of files)
        await fs.outputFile(path.join(workspace, file), `// ${about}\n${text}`);
    }
    await fs.outputJson(path.join(workspace, "tsconfig.json"), {});
    await writeChecks(
      workspace,
      [...written.values()].flatMap(({ files }) => [...files.keys()]),
    );
    const said = await compileApps(path.dirname(workspace), [path.basename(workspace)]);
    const named = said.replace(
      /app\/api\/(r\d+)\/[^(]*/g,
      (file, place: string) => `${file} = ${written.get(place)?.about ?? "?"} `,
    );
    expect(named.split("\n").slice(0, 40).join("\n")).toBe("");
    console.log(`${String(written.size)} routes near odd ones, 0 errors`);
  } finally {
    await fs.remove(workspace);
  }
});

describe("what the nearest files say", () => {
  test("does not depend on the order in which the tree was listed", () => {
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat()), ({ near, route, template, auth, asked }, orders) => {
        const entries = near.map(({ file, text }) => [file, text] as const);
        const other = entries
          .map((entry) => ({ entry, order: Number(orders.next().value) }))
          .sort((a, b) => a.order - b.order)
          .map(({ entry }) => entry);
        const write = (files: typeof entries) =>
          renderNear([route], { template, auth, methods: asked }, { files: Object.fromEntries(files) });
        const [one, two] = [write(entries), write(other)];
        expect(two.map(({ text, purpose }) => ({ text, purpose }))).toEqual(
          one.map(({ text, purpose }) => ({ text, purpose })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("can be asked for by an option", () => {
    const files = Object.fromEntries(neighbours.map(({ file, text }) => [file, text]));
    const near = neighbours.flatMap(({ file }) => neighboursIn(files, path.posix.dirname(file)).slice(0, 1));
    const signs = near.flatMap((neighbour) => neighbour.signs);
    expect(signs.filter(({ habit, value }) => !isHabitValue(habit, value))).toEqual([]);
    expect(signs.length).toBeGreaterThan(1_000);
  });

  test("is not changed by a file that is farther away, where they agree", () => {
    let agreed = 0;
    fc.assert(
      fc.property(drawn, fc.constantFrom(...neighbours), ({ near }, far) => {
        const folder = "app/api/blog/posts/new";
        const nearer = Object.fromEntries(
          near.map(({ file, text }) => [file.replace("app/api/", "app/api/blog/posts/"), text]),
        );
        const before = habitsOf(neighboursIn(nearer, folder), new Map());
        const after = habitsOf(neighboursIn({ ...nearer, [far.file]: far.text }, folder), new Map());
        const signs = neighboursIn(nearer, folder).flatMap((neighbour) => neighbour.signs);
        for (const habit of before.all) {
          const values = new Set(signs.filter((sign) => sign.habit === habit.name).map(({ value }) => value));
          if (values.size > 1) continue;
          agreed += 1;
          const found = after.all.find(({ name }) => name === habit.name);
          // Whether a wrapper is for what changes something is told by whoever has such a handler.
          if (habit.name !== "handlers") expect(found?.value).toBe(habit.value);
        }
      }),
      { numRuns: 200 },
    );
    expect(agreed).toBeGreaterThan(1_000);
  });
});
