import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { create, type Surroundings } from "../../../src/commands/create.js";
import type { CreateOptions } from "../../../src/options.js";
import { parse } from "../../../src/program.js";
import { noProgress } from "../../../src/progress.js";
import { commandLine } from "../../../src/report/command-line.js";
import { bareShell } from "../../../src/report/shell.js";
import { templateNames } from "../../../src/spec/templates.js";
import { app, at, manifest, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";
import { scriptedPrompter } from "../../support/scripted-prompter.js";
import { shellWords } from "../../support/shell-words.js";
import { treeOf } from "../../support/tree.js";

useFolder();

const here = (): Surroundings => ({
  cwd: at(),
  templates,
  readStdin: noStdin,
  statePlaces: [],
  tool: "0.0.0",
  progress: noProgress,
});

type Answers = Parameters<typeof scriptedPrompter>[0];

/** A run without a route, in which these answers are given. */
async function asked(answers: Answers, options: Partial<CreateOptions> = {}, routes: readonly string[] = []) {
  const person = scriptedPrompter(answers);
  const run = create(
    routes,
    { ...noOptions, ...options },
    { ...here(), startPrompter: () => Promise.resolve(person.prompter) },
  );
  return {
    ...person,
    report: await run.then(
      (report) => report,
      (error: unknown) => error as Error,
    ),
  };
}

const questionsOf = (person: { asked: readonly { message: string }[] }) =>
  person.asked.map(({ message }) => message);

/** All answers as they stand there, but the route. */
const defaults: Answers = ["posts", undefined, undefined, undefined, undefined, undefined];
const all = [
  "Which route?",
  "What is it?",
  "What are they for?",
  "Which methods?",
  "Which guard?",
  "Write these files?",
];
const guarded =
  'import { auth } from "@/auth";\n\nexport async function GET() {\n  const session = await auth();\n  if (!session) {\n    return Response.json({ error: "Unauthorized" }, { status: 401 });\n  }\n  return Response.json([]);\n}\n';

describe("what is asked", () => {
  test("everything that is open, and the plan at the end", async () => {
    write(app());
    const person = await asked(defaults);
    expect(questionsOf(person)).toEqual(all);
    expect(person.told.join("\n")).toContain("create     app/api/posts/route.ts  GET, POST /api/posts");
    expect(treeOf(at()).has("app/api/posts/route.ts")).toBe(true);
  });

  test.each<[Partial<CreateOptions>, string[]]>([
    [{ crud: true }, ["What is it?"]],
    [{ dynamic: true }, ["What is it?"]],
    [{ catchAll: "path", optional: true }, ["What is it?"]],
    [{ template: "resource" }, ["What are they for?"]],
    [{ methods: ["GET"] }, ["Which methods?"]],
    [{ auth: "bearer" }, ["Which guard?"]],
    [{ auth: "none" }, ["Which guard?"]],
    [{ dryRun: true }, ["Write these files?"]],
    [{ diff: true }, ["Write these files?"]],
  ])("not with %j", async (options, missing) => {
    write(app());
    const person = await asked(defaults, options);
    const open = all.filter((question) => !missing.includes(question));
    expect(questionsOf(person).map((question) => question.replace("this file", "these files"))).toEqual(open);
  });

  test("not what the project's settings say", async () => {
    write({ ...app(), "create-api-route.config.json": { template: "basic", auth: "bearer" } });
    const person = await asked(["posts", undefined, undefined, undefined]);
    expect(questionsOf(person)).toEqual([all[0], all[1], all[3], "Write this file?"]);
  });

  test("not what the route says", async () => {
    write(app());
    expect(questionsOf(await asked(["posts/:id", undefined, undefined, undefined, undefined]))).not.toContain(
      all[1],
    );
    expect(
      questionsOf(await asked(["docs/*slug", undefined, undefined, undefined, undefined])),
    ).not.toContain(all[1]);
  });

  test("nothing where a route is given, and nothing to agree to where nothing would change", async () => {
    write(app());
    expect(questionsOf(await asked([], {}, ["posts"]))).toEqual([]);
    expect(questionsOf(await asked(defaults))).toEqual(all.slice(0, -1));
  });
});

describe("what is ticked", () => {
  test.each([
    ["collection", "resource", "GET,POST"],
    ["item", "resource", "GET,PATCH,DELETE"],
    ["both", "resource", "GET,POST,PATCH,DELETE"],
    ["catch-all", "resource", "GET"],
    ["optional catch-all", "resource", "GET"],
    ["collection", "form", "POST"],
    ["item", "cookies", "GET,POST,DELETE"],
  ])("of a %s with %s: %s", async (kind, template, methods) => {
    write(app());
    const { asked: questions } = await asked(["posts", kind, template, undefined]);
    expect(questions[3]).toEqual({ message: "Which methods?", initial: methods.split(",") });
  });

  test("the guard that is seen near the route, or none", async () => {
    write({
      ...app(),
      "app/api/users/route.ts": guarded,
      "auth.ts": "export const auth = async () => null;\n",
    });
    const near = await asked(["posts", undefined, undefined, undefined]);
    expect(near.asked[4]).toMatchObject({ initial: "app", choices: ["app", "bearer", "none"] });
    rmSync(at("app/api"), { recursive: true });
    const without = await asked(["posts", undefined, undefined, undefined]);
    expect(without.asked[4]).toMatchObject({ initial: "none", choices: ["bearer", "none"] });
  });
});

describe("an answer that cannot be", () => {
  test("is asked for again, with what was said before", async () => {
    write(app());
    const person = await asked(["posts", "both", undefined, ["POST"], ["GET"], undefined, undefined]);
    expect(person.told.join("\n")).toContain("leaves the item without a method");
    expect(person.asked.filter(({ message }) => message === all[3]).map(({ initial }) => initial)).toEqual([
      ["GET", "POST", "PATCH", "DELETE"],
      ["POST"],
    ]);
  });

  test("is refused while it is typed where the app is against it", async () => {
    write({ ...app(), "app/api/posts/[slug]/route.ts": guarded });
    const person = await asked(["posts/:id", "posts/:slug", undefined, undefined]);
    expect(person.told[0]).toContain("Ask for `posts/[slug]`.");
  });

  test("and shows only in the plan, is asked for from the start, with all that was said", async () => {
    write({ ...app(), "app/api/posts/data.ts": "export const other = 1;\n" });
    const first: Answers = ["posts", "collection", undefined, ["GET"], undefined];
    const person = await asked([...first, "tags", ...first.slice(1), undefined]);
    expect(person.told.join("\n")).toContain(
      "app/api/posts/data.ts is there already and does not export fetchPosts, parsePostQuery.",
    );
    expect(person.asked[5]).toMatchObject({ message: "Which route?", initial: "posts" });
    expect(person.asked[8]).toMatchObject({ message: "Which methods?", initial: ["GET"] });
    expect(treeOf(at()).has("app/api/tags/route.ts")).toBe(true);
  });
});

test("a plan that is declined is not written", async () => {
  write(app());
  const before = treeOf(at());
  const { report } = await asked([...defaults.slice(0, -1), false]);
  expect(report).toMatchObject({ exitCode: 130, problems: [{ code: "CANCELLED" }] });
  expect(treeOf(at())).toEqual(before);
});

const twoApps = {
  "package.json": { private: true, workspaces: ["apps/*"] },
  "apps/admin/package.json": manifest(),
  "apps/admin/app/": "",
  "apps/shop/package.json": manifest(),
  "apps/shop/app/": "",
};

test("of several apps one is chosen, and the printed command names it", async () => {
  write(twoApps);
  const { report, asked: questions } = await asked(["apps/shop", undefined], {}, ["posts"]);
  expect(questions[0]).toMatchObject({ message: "Which app?", choices: ["apps/admin", "apps/shop"] });
  expect(report).toMatchObject({ asked: { routes: ["posts"], options: { cwd: "apps/shop" } } });
  expect(treeOf(at()).has("apps/shop/app/api/posts/route.ts")).toBe(true);
});

test.each([[[]], [["posts"]]])(
  "of several apps one is chosen for the routes of a file too, beside %j",
  async (routes) => {
    write({ ...twoApps, "routes.yml": "routes:\n  - tags\n" });
    const { report, asked: questions } = await asked(["apps/shop", true], { from: "routes.yml" }, routes);
    if (report instanceof Error) throw report;
    expect(questionsOf({ asked: questions })).toEqual(["Which app?", "Write these files?"]);
    const routeFiles = report.changes.flatMap(({ path, purpose }) =>
      purpose.kind === "route" ? [path] : [],
    );
    expect(routeFiles).toEqual([...routes, "tags"].map((name) => `app/api/${name}/route.ts`));
    const { routes: named, options } = report.asked!;
    expect(commandLine(named, options, bareShell)).toBe(
      ["create-api-route", ...routes, "--from routes.yml --cwd apps/shop"].join(" "),
    );
  },
);

describe("what was given wrong, so that no answer puts it right", () => {
  test.each<[Partial<CreateOptions>, string]>([
    [{ template: "nope" }, "TEMPLATE_UNKNOWN"],
    [{ methods: ["FETCH"] }, "METHOD_UNKNOWN"],
    [{ auth: "auth0" }, "AUTH_UNKNOWN"],
    [{ habit: ["x=y"] }, "HABIT_UNKNOWN"],
    [{ dynamic: true, catchAll: true }, "USAGE"],
    [{ dynamic: "a b" }, "ROUTE_INVALID"],
    [{ crud: true, catchAll: true }, "USAGE"],
    [{ crud: true, methods: ["POST"] }, "USAGE"],
  ])("%j is told before anything is asked", async (options, code) => {
    write(app());
    const { report, asked: questions } = await asked(defaults, options);
    expect(questions).toEqual([]);
    expect(report).toMatchObject({ problems: [{ code }] });
  });
});

test("the warnings of a run that has nothing to write are told: no plan was shown", async () => {
  write({ ...app(), "public/api/posts": "hello" });
  await asked(defaults);
  const { report, told } = await asked(defaults);
  expect(told.join("\n")).not.toContain("public/api/posts");
  expect(report).toMatchObject({ warnings: [{ code: "PUBLIC_FILE_WINS" }] });
});

test("asked once more, no guard stays no guard where one is seen near the route", async () => {
  write({
    ...app(),
    "app/api/users/route.ts": guarded,
    "auth.ts": "export const auth = async () => null;\n",
    "app/api/posts/data.ts": "export const other = 1;\n",
  });
  const first: Answers = ["posts", "collection", undefined, ["GET"], "none"];
  const person = await asked([...first, "tags", undefined, undefined, undefined, undefined, true]);
  expect(person.asked[4]).toMatchObject({ message: "Which guard?", initial: "app" });
  expect(person.asked[9]).toMatchObject({ message: "Which guard?", initial: "none" });
});

describe("the printed command does the same", () => {
  const guards = ["bearer", "none"];
  const kinds = ["collection", "item", "both", "catch-all", "optional catch-all"];
  test.each(
    templateNames.flatMap((template) => kinds.map((kind, index) => [template, kind, guards[index % 2]!])),
  )("%s, %s, %s", async (template, kind, guard) => {
    write(app());
    const { report } = await asked(["posts", kind, template, ["GET", "PUT"], guard, true]);
    if (report instanceof Error) throw report;
    const before = treeOf(at("app"));
    expect(before.size).toBeGreaterThan(2);
    rmSync(at("app/api"), { recursive: true });
    const line = commandLine(report.asked!.routes, report.asked!.options, bareShell);
    const read = parse(shellWords(line).slice(1));
    if (read.command !== "create") throw new Error(line);
    await create(read.routes, read.options, here());
    expect(treeOf(at("app"))).toEqual(before);
  });

  test("what stood there to begin with is not in it", async () => {
    write(app());
    const { report } = await asked(defaults);
    expect(report).toMatchObject({ asked: { routes: ["posts"] } });
    if (report instanceof Error) throw report;
    expect(commandLine(report.asked!.routes, report.asked!.options, bareShell)).toBe(
      "create-api-route posts",
    );
  });
});
