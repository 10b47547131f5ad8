import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeScratch, packTool, programIn, runTool, unpackTool } from "../../scripts/next-app.mjs";
import { openTerminal, openTool, type Key } from "../support/terminal.js";
import { treeOf } from "../support/tree.js";

/** The questions in their order, and what each shows. */
const questions = [
  "Which route?",
  "What is it?",
  "What are they for?",
  "Which methods?",
  "Which guard?",
  "Write these files?",
] as const;

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "app");
  await fs.ensureDir(app);
  await unpackTool(app, await packTool(scratch));
});
afterAll(async () => {
  await fs.remove(scratch);
});

beforeEach(async () => {
  for (const entry of await fs.readdir(app)) {
    if (entry !== "node_modules") await fs.remove(path.join(app, entry));
  }
  await fs.outputJson(path.join(app, "package.json"), {
    name: "app",
    scripts: { dev: "next dev -p 4000" },
    dependencies: { next: "16.4.6" },
  });
  await fs.outputFile(
    path.join(app, "app/api/users/[id]/orders/route.ts"),
    'export function GET() {\n  return Response.json([{ id: "1" }]);\n}\n',
  );
});

const written = () => [...treeOf(path.join(app, "app")).keys()].filter((name) => !name.endsWith("/")).sort();
const there = ["api/users/[id]/orders/route.ts"];

/** Goes on with what is offered until the screen asks a question. */
async function enterUntil(terminal: ReturnType<typeof openTool>, question: string): Promise<void> {
  await terminal.until("Which route?");
  if (question === "Which route?") return;
  await terminal.type("posts");
  for (const next of questions.slice(1)) {
    await terminal.press("enter");
    await terminal.until(`${next} `);
    if (next === question) return;
  }
}

test("a name and Enter, and the files are there that the printed command writes, too", async () => {
  const terminal = openTool(app);
  await enterUntil(terminal, "Which guard?");
  await terminal.press("enter");
  await terminal.until("Write these files?");
  expect(written()).toEqual(there);
  await terminal.press("enter");

  expect(await terminal.ended()).toEqual({ exitCode: 0, signal: undefined });
  expect(terminal.isCursorVisible()).toBe(true);
  expect(terminal.text()).toMatchInlineSnapshot(`
    "✔ Which route? › posts
    ✔ What is it? › collection
    ✔ What are they for? › resource
    ✔ Which methods? › GET, POST
    ✔ Which guard? › none

      create     app/api/posts/route.ts  GET, POST /api/posts
      create     app/api/posts/data.ts   sample data: replace it with your database

    warning Anyone who can reach the app can call POST /api/posts. Guard it before you deploy; --auth writes a guard.

    ✔ Write these files? … yes
    Created 2 files.
    Written like app/api/users/[id]/orders/route.ts; before a run, --dry-run shows what is taken from it.
    Take it back: create-api-route undo
    The same again: create-api-route posts
    Try it: curl http://localhost:4000/api/posts"
  `);
  expect(written()).toEqual(["api/posts/data.ts", "api/posts/route.ts", ...there]);
});

test("arrows, ticks and letters; the command and the request that are printed do as they say", async () => {
  const terminal = openTool(app);
  await terminal.until("Which route?");
  await terminal.type("blog/posts");
  await terminal.until("app/api/blog/posts/route.ts");
  await terminal.press("enter");
  await terminal.until("What is it?");
  await terminal.press("down", "down", "enter");
  await terminal.until("What are they for?");
  await terminal.press("enter");
  await terminal.until("Which methods?");
  // GET, HEAD, POST, PUT, PATCH, DELETE: PUT instead of PATCH.
  await terminal.press("down", "down", "down", "space", "down", "space", "enter");
  await terminal.until("Which guard?");
  await terminal.press("up", "enter");
  await terminal.until("Write these files?");
  await terminal.type("y");
  expect(await terminal.ended()).toEqual({ exitCode: 0, signal: undefined });
  expect(terminal.isCursorVisible()).toBe(true);

  const text = terminal.text();
  const again = /The same again: create-api-route (.*)/.exec(text)?.[1];
  expect(again).toBe("blog/posts --methods GET,POST,PUT,DELETE --crud --auth bearer");
  expect(text).toContain(
    'Try it: curl -H "Authorization: Bearer $API_TOKEN" http://localhost:4000/api/blog/posts',
  );
  const before = treeOf(path.join(app, "app"));
  expect(written()).toHaveLength(4);
  const repeated = await runTool(app, again!.split(" "));
  expect(repeated).toMatchObject({ code: 0 });
  expect(repeated.stdout).toContain("Nothing to do");
  await fs.remove(path.join(app, "app/api/blog"));
  expect(await runTool(app, again!.split(" "))).toMatchObject({ code: 0 });
  expect(treeOf(path.join(app, "app"))).toEqual(before);
});

describe("cancelled", () => {
  test.each(
    questions.flatMap((question) => (["ctrl-c", "escape"] as const).map((key) => [question, key] as const)),
  )("at “%s” with %s: nothing is written, and the terminal is as it was", async (question, key) => {
    const terminal = openTool(app);
    await enterUntil(terminal, question);
    await terminal.press(key);
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: undefined });
    expect(terminal.text()).toMatch(/\nCancelled\. No files were written\.$/);
    expect(terminal.isCursorVisible()).toBe(true);
    expect(written()).toEqual(there);
  });

  test("by saying no to the plan", async () => {
    const terminal = openTool(app);
    await enterUntil(terminal, "Write these files?");
    await terminal.type("n");
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: undefined });
    expect(terminal.text()).toMatch(/Write these files\? … no\nCancelled\. No files were written\.$/);
    expect(terminal.isCursorVisible()).toBe(true);
    expect(written()).toEqual(there);
  });

  test("with Ctrl-D", async () => {
    const terminal = openTool(app);
    await enterUntil(terminal, "What is it?");
    await terminal.press("ctrl-d");
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: undefined });
  });

  test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)("by %s from outside", async (signal) => {
    const terminal = openTool(app);
    await enterUntil(terminal, "Which methods?");
    expect(terminal.isCursorVisible()).toBe(false);
    terminal.signal(signal);
    expect((await terminal.ended()).exitCode).toBe(130);
    expect(terminal.isCursorVisible()).toBe(true);
    expect(written()).toEqual(there);
  });
});

describe("a bad answer", () => {
  test("is told while it is typed, and cannot be given", async () => {
    const terminal = openTool(app);
    await terminal.until("Which route?");
    await terminal.type("my posts");
    await terminal.until('Next.js can serve only letters, digits, "-", "_", "." and "~"');
    await terminal.press("enter");
    await terminal.until("› my posts");
    expect(terminal.shows("What is it?")).toBe(false);
    await terminal.press(...Array.from({ length: "my posts".length }, (): Key => "backspace"));
    await terminal.type("posts");
    await terminal.until("app/api/posts/route.ts");
    await terminal.press("enter");
    await terminal.until("What is it?");
    expect(terminal.text()).toMatch(/^✔ Which route\? › posts\n\? What is it\?/);
  });

  test("that only the whole app shows to be wrong, too", async () => {
    const terminal = openTool(app);
    await terminal.until("Which route?");
    await terminal.type("users/:slug");
    await terminal.until("Ask for `users/[id]`.");
    await terminal.press("enter");
    await terminal.type("/../x");
    await terminal.until("leads out of the app folder");
    await terminal.press("escape");
    expect((await terminal.ended()).exitCode).toBe(130);
  });

  test("to a later question is asked for again", async () => {
    const terminal = openTool(app);
    await enterUntil(terminal, "What is it?");
    await terminal.press("down", "down", "enter");
    await terminal.until("What are they for?");
    await terminal.press("enter");
    await terminal.until("Which methods?");
    // POST alone leaves the item without a method.
    await terminal.press("space", "down", "down", "down", "down", "space", "down", "space", "enter");
    await terminal.until("leaves the item without a method");
    await terminal.until(/\? Which methods\? .*\n◯ {3}GET/);
    await terminal.press("space", "enter");
    await terminal.until("Which guard?");
    await terminal.press("escape");
    expect((await terminal.ended()).exitCode).toBe(130);
  });
});

describe("what is given is not asked for", () => {
  test.each<[string[], string[]]>([
    [["--crud"], ["Which route?", "What are they for?", "Which methods?", "Which guard?"]],
    [
      ["-m", "GET", "-a", "bearer"],
      ["Which route?", "What is it?", "What are they for?"],
    ],
    [
      ["-t", "form", "-d"],
      ["Which route?", "Which methods?", "Which guard?"],
    ],
  ])("%j", async (args, asked) => {
    const terminal = openTool(app, args);
    await terminal.until("Which route?");
    await terminal.type("things");
    for (const question of asked.slice(1)) {
      await terminal.press("enter");
      await terminal.until(question);
    }
    await terminal.press("enter");
    await terminal.until(/Write (this|these) files?\?/);
    for (const question of questions.slice(0, -1))
      expect(terminal.shows(question), question).toBe(asked.includes(question));
    await terminal.press("enter");
    expect((await terminal.ended()).exitCode).toBe(0);
  });

  test("a route needs no question at all", async () => {
    const terminal = openTool(app, ["posts"]);
    expect((await terminal.ended()).exitCode).toBe(0);
    expect(terminal.text()).toContain("Created 2 files.");
    expect(terminal.text()).not.toContain("?");
  });

  test.each<[string[], NodeJS.ProcessEnv]>([
    [["--yes"], {}],
    [[], { CI: "true" }],
    [["--json"], {}],
  ])("nobody is asked with %j and %j", async (args, env) => {
    const terminal = openTool(app, args, { env });
    expect((await terminal.ended()).exitCode).toBe(2);
    expect(terminal.text()).toContain("No route was given: the argument [route...] is missing.");
    expect(terminal.text()).not.toContain("Which route?");
    expect(written()).toEqual(there);
  });
});

test("the folders that are there are offered, and Tab takes them", async () => {
  const terminal = openTool(app);
  await terminal.until("Tab: users/  users/[id]/  users/[id]/orders/");
  await terminal.type("u");
  await terminal.press("tab");
  await terminal.until("› users/");
  await terminal.press("tab", "tab");
  await terminal.until("› users/[id]/orders/");
  await terminal.type(":orderId");
  await terminal.until("app/api/users/[id]/orders/[orderId]/route.ts");
  await terminal.press("enter");
  // What the route itself says is not asked.
  await terminal.until("What are they for?");
  expect(terminal.shows("What is it?")).toBe(false);
});

describe("other terminals", () => {
  test("40 columns", async () => {
    const terminal = openTool(app, [], { columns: 40, rows: 12 });
    await terminal.until("Which route?");
    await terminal.type("a-very-long-name-of-a-resource-indeed");
    await terminal.until("› a-very-long-name-of-a-resource-indeed");
    await terminal.press("left", "left", "backspace", "right", "right", "backspace");
    await terminal.until("› a-very-long-name-of-a-resource-inde");
    await terminal.press("enter");
    for (const question of questions.slice(1)) {
      await terminal.until(question);
      await terminal.press("enter");
    }
    expect((await terminal.ended()).exitCode).toBe(0);
    expect(terminal.isCursorVisible()).toBe(true);
    const text = terminal.text();
    for (const question of questions) expect(text.split(question), question).toHaveLength(2);
    expect(written()).toContain("api/a-very-long-name-of-a-resource-inde/route.ts");
  });

  test("a window that becomes narrower", async () => {
    const terminal = openTool(app);
    await enterUntil(terminal, "What is it?");
    terminal.resize(40);
    await terminal.press("down");
    await terminal.until("item");
    await terminal.press("escape");
    expect((await terminal.ended()).exitCode).toBe(130);
    expect(terminal.isCursorVisible()).toBe(true);
  });

  test("a dumb one is asked line by line, and gets no escape sequence", async () => {
    const terminal = openTool(app, [], { env: { TERM: "dumb" } });
    const answers = [
      ["Which route?", "a b"],
      ["Next.js can serve only", "posts"],
      ["What is it?", "3"],
      ["What are they for?", ""],
      ["Which methods?", "get, post"],
      ["Which guard?", "bearer"],
      ["Write these files? [Y/n]", "y"],
    ] as const;
    for (const [question, answer] of answers) {
      await terminal.until(question);
      await terminal.type(answer);
      await terminal.press("enter");
    }
    expect((await terminal.ended()).exitCode).toBe(0);
    expect(terminal.raw()).not.toContain("\u001b");
    expect(terminal.text()).toContain("--methods GET,POST --crud --auth bearer");
    expect(written()).toHaveLength(4);
  });

  test.each(["ctrl-c", "ctrl-d"] satisfies Key[])("a dumb one is left with %s", async (key) => {
    const terminal = openTool(app, [], { env: { TERM: "dumb" } });
    await terminal.until("Which route?");
    await terminal.press(key);
    expect((await terminal.ended()).exitCode).toBe(130);
    expect(terminal.text()).toContain("Cancelled. No files were written.");
    expect(written()).toEqual(there);
  });

  test("NO_COLOR leaves the cursor its movements and takes the colours", async () => {
    // eslint-disable-next-line no-control-regex -- a colour is a control sequence
    const colour = /\u001b\[[\d;]*m/;
    const plain = openTool(app, [], { env: { NO_COLOR: "1" } });
    await enterUntil(plain, "Write these files?");
    await plain.press("enter");
    expect((await plain.ended()).exitCode).toBe(0);
    expect(plain.raw()).not.toMatch(colour);

    const coloured = openTool(app, ["posts", "-m", "PUT"]);
    expect((await coloured.ended()).exitCode).toBe(0);
    expect(coloured.raw()).toMatch(colour);
  });

  test("a pasted answer, with the line break behind it or without", async () => {
    for (const end of ["", "\r", "\n", "\r\n"]) {
      const terminal = openTool(app);
      await terminal.until("Which route?");
      await terminal.paste(`src/../posts${end}`.replace("src/../", ""));
      if (end === "") await terminal.press("enter");
      await terminal.until("What is it?");
      expect(terminal.text()).toMatch(/^✔ Which route\? › posts\n/);
      await terminal.press("ctrl-c");
      expect((await terminal.ended()).exitCode).toBe(130);
    }
  });

  test("keys without a letter are no letters", async () => {
    const terminal = openTool(app);
    await terminal.until("Which route?");
    await terminal.paste("\u001bOP");
    await terminal.paste("\u001b[15~");
    await terminal.press("ctrl-z");
    await terminal.type("posts");
    await terminal.until("› posts");
    await terminal.press("enter");
    await terminal.until("What is it?");
    await terminal.paste("\u001bOP");
    await terminal.press("enter");
    await terminal.until("What are they for?");
  });
});

test("of several apps the one that is meant is asked for", async () => {
  await fs.remove(path.join(app, "app"));
  await fs.outputJson(path.join(app, "package.json"), { private: true, workspaces: ["apps/*"] });
  for (const name of ["shop", "admin"]) {
    await fs.outputJson(path.join(app, "apps", name, "package.json"), {
      name,
      dependencies: { next: "16.4.6" },
    });
    await fs.ensureDir(path.join(app, "apps", name, "app"));
  }
  const terminal = openTool(app, ["posts"]);
  await terminal.until("Which app?");
  await terminal.press("down", "enter");
  await terminal.until("Write these files?");
  await terminal.press("enter");
  expect((await terminal.ended()).exitCode).toBe(0);
  const name = /--cwd apps\/(\w+)/.exec(terminal.text())?.[1];
  expect(await fs.pathExists(path.join(app, "apps", name!, "app/api/posts/route.ts"))).toBe(true);
  expect(await fs.pathExists(path.join(app, "apps", name === "shop" ? "admin" : "shop", "app/api"))).toBe(
    false,
  );
});

test("a document on stdout stays one when stderr is the terminal", async () => {
  // Questions and warnings are on the terminal, the report is in the file.
  const bin = programIn(app);
  const command = `"${process.execPath}" "${bin}" > "${path.join(scratch, "report.txt")}"`;
  const terminal = openTerminal("/bin/sh", ["-c", command], { cwd: app });
  await enterUntil(terminal, "Write these files?");
  await terminal.press("enter");
  expect((await terminal.ended()).exitCode).toBe(0);
  expect(terminal.text()).not.toContain("Created 2 files.");
  expect(await fs.readFile(path.join(scratch, "report.txt"), "utf8")).toContain("Created 2 files.");
});
