import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { create, type Surroundings } from "../../../src/commands/create.js";
import { undo } from "../../../src/commands/undo.js";
import type { RunError } from "../../../src/errors.js";
import type { Report } from "../../../src/model.js";
import type { CreateOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";
import { scriptedPrompter } from "../../support/scripted-prompter.js";
import { treeOf } from "../../support/tree.js";

// Another run begins and ends after this one has read the project, and before it writes.

useFolder();

const here = (): Surroundings => ({
  cwd: at(),
  templates,
  readStdin: noStdin,
  statePlaces: [{ folder: at("state"), isShared: false }],
  tool: "0.0.0",
  progress: noProgress,
});

const other = (routes: string[], options: Partial<CreateOptions> = {}) =>
  create(routes, { ...noOptions, ...options }, here());

/** A run that reads its routes from standard input, where they arrive when the others have ended. */
function overtaken(entry: object, others: () => Promise<unknown>, around: Partial<Surroundings> = {}) {
  let reads = 0;
  const readStdin = async function* () {
    reads += 1;
    expect(reads).toBe(1);
    await others();
    yield JSON.stringify([entry]);
  };
  return create([], { ...noOptions, from: "-" }, { ...here(), readStdin, ...around });
}

const codesOf = (run: Promise<unknown>) =>
  run.then(
    () => [],
    (error: unknown) => (error as RunError).problems.map(({ code }) => code),
  );
const actions = ({ changes }: Report) => changes.map(({ path, action }) => `${action} ${path}`);
const routeFiles = () => [...treeOf(at("app")).keys()].filter((name) => name.endsWith("route.ts")).sort();

test("what clashes with the other run is refused as any conflict", async () => {
  write(app());
  const codes = await codesOf(overtaken({ route: "u/[slug]/x" }, () => other(["u/[id]"])));
  expect(codes).toEqual(["PARAM_NAMES_DIFFER"]);
  expect(routeFiles()).toEqual(["api/u/[id]/route.ts"]);
});

test("what is there by now is unchanged", async () => {
  write(app());
  const report = await overtaken({ route: "posts" }, () => other(["posts"]));
  expect(actions(report)).toEqual(["unchanged app/api/posts/route.ts", "unchanged app/api/posts/data.ts"]);
  expect(report.isRecorded).toBe(false);
});

test("what goes with it is written, and what is warned of is told once", async () => {
  write(app());
  const report = await overtaken({ route: "posts/[id]" }, () => other(["posts"]));
  expect(actions(report)).toContain("create app/api/posts/[id]/route.ts");
  expect(routeFiles()).toEqual(["api/posts/[id]/route.ts", "api/posts/route.ts"]);
  const told = report.warnings.map(({ message }) => message);
  expect(told).toEqual([...new Set(told)]);
});

test("handlers are added to the file as the other run left it", async () => {
  write(app());
  await other(["tags"], { methods: ["GET"] });
  const more = () => other(["tags"], { methods: ["DELETE"] });
  await overtaken({ route: "tags", methods: ["POST"] }, more);
  const text = readFileSync(at("app/api/tags/route.ts"), "utf8");
  for (const method of ["GET", "POST", "DELETE"]) expect(text).toContain(`function ${method}(`);
});

test("what the other run took back is made", async () => {
  write(app());
  await other(["posts"]);
  const takeBack = () =>
    Promise.resolve(undo({ dryRun: undefined, json: undefined, quiet: undefined, cwd: undefined }, here()));
  const report = await overtaken({ route: "posts" }, takeBack);
  expect(actions(report)).toEqual(["create app/api/posts/route.ts", "create app/api/posts/data.ts"]);
});

test("another run that wrote nothing, or to another project, makes no second plan", async () => {
  write({ ...app(), "elsewhere/package.json": { dependencies: { next: "16.4.6" } }, "elsewhere/app/": "" });
  let plans = 0;
  const tick = (stage: string) => {
    if (stage === "Planning") plans += 1;
  };
  const others = async () => {
    await other(["tags"], { dryRun: true });
    await other(["tags"], { cwd: "elsewhere" });
  };
  await overtaken({ route: "posts" }, others, { progress: { ...noProgress, tick } });
  expect(plans).toBe(1);
});

/** A run that asks; the others end while somebody looks at the plan. */
function asked(options: Partial<CreateOptions>, others: () => Promise<unknown>) {
  const {
    prompter,
    asked: questions,
    told,
  } = scriptedPrompter(["posts", ...Array.from({ length: 5 }, () => undefined)]);
  const run = create(
    [],
    { ...noOptions, ...options },
    {
      ...here(),
      startPrompter: () =>
        Promise.resolve({
          ...prompter,
          confirm: async (question) => {
            await others();
            return prompter.confirm(question);
          },
        }),
    },
  );
  return { run, questions, told };
}

test("nobody is asked a second time, nor warned of what stood beside the plan", async () => {
  write(app());
  const { run, questions, told } = asked({}, () => other(["posts/[id]"]));
  const report = await run;
  expect(routeFiles()).toEqual(["api/posts/[id]/route.ts", "api/posts/route.ts"]);
  const messages = questions.map(({ message }) => message);
  expect(messages).toEqual([...new Set(messages)]);
  expect(told.join("\n")).toContain("POST /api/posts");
  expect(report.warnings).toEqual([]);
});

test("a replacement that was agreed to is not made of what nobody has seen", async () => {
  write(app());
  const { run } = asked({ force: true }, () => other(["posts"], { methods: ["GET"] }));
  expect(await codesOf(run)).toEqual(["PROJECT_BUSY"]);
  expect(readFileSync(at("app/api/posts/route.ts"), "utf8")).not.toContain("function POST(");
});
