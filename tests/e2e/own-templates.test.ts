import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildApp,
  copyInstalledApp,
  installTool,
  makeScratch,
  packTool,
  programIn,
  startApp,
} from "../../scripts/next-app.mjs";
import { run } from "../../scripts/run.mjs";
import { jsonDocument } from "../support/json-document.js";
import { repository } from "../support/pipeline.js";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";
import { useTypeScript } from "../support/use-typescript.js";

const own = ".create-api-route/templates";

let scratch: string;
let app: string;
/** Where programs put what is only for a while: nothing of the tool's may stay there. */
let temporary: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "app");
  temporary = path.join(scratch, "temporary files");
  await fs.ensureDir(temporary);
  await copyInstalledApp("example", app);
  await installTool(app, await packTool(scratch));
});

afterAll(async () => {
  await fs.remove(scratch);
});

const tool = (...args: string[]) => runTool(app, args, { env: { TMPDIR: temporary, TEMP: temporary } });

/** Everything of the app but what is installed. */
const files = () => new Map([...treeOf(app)].filter(([file]) => !/^(node_modules|\.next)\//.test(file)));

/** Changes the text of an ejected template. */
async function change(name: string, from: string, to: string): Promise<void> {
  const file = path.join(app, own, `${name}.ejs`);
  const text = await fs.readFile(file, "utf8");
  expect(text).toContain(from);
  await fs.writeFile(file, text.replace(from, to));
}

/** The line of a text that has a word in it, counted from 1. */
const lineOf = (name: string, word: string) =>
  readFileSync(path.join(app, own, `${name}.ejs`), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(word)) + 1;

describe("CI, as the reference has it", () => {
  const reference = readFileSync(path.join(repository, "docs/reference.md"), "utf8");
  const snippet = /<!-- ci -->\s*```yaml\n([^]*?)```/.exec(reference)?.[1] ?? "";
  const commands = [...snippet.matchAll(/^ +- run: (.+)$/gm)].map(([, command]) => command!);

  test("its commands pass in a fresh checkout, before anything is built, and change nothing", async () => {
    expect(commands).toContain("npx create-api-route check");
    await fs.remove(path.join(app, "node_modules"));
    const before = files();
    for (const command of commands) {
      const { code, stdout, stderr } = await run("bash", ["-c", command], {
        cwd: app,
        env: { CI: "true", TMPDIR: temporary },
      });
      expect(code, `${command}\n${stdout}${stderr}`).toBe(0);
    }
    expect(existsSync(path.join(app, ".next"))).toBe(false);
    expect(files()).toEqual(before);
  });
});

describe("an ejected template that is broken", () => {
  // It compiles several times as fast, and has no other interface than its command.
  beforeAll(() => useTypeScript(app, "typescript-7"));

  test("is told with its line, three ways at once; mended, all is well", async () => {
    expect((await tool("eject", "resource", "partials/catch")).code).toBe(0);
    expect((await tool("check")).code).toBe(0);

    await change("partials/catch", "<%- view.handler.log() %>;", "<% if (view.handler.log( { %>");
    await change("resource/handlers/list", "view.calls.list", "view.calls.lst");
    await change(
      "resource/handlers/read",
      "await <%- view.calls.find %>;",
      "await <%- view.calls.find %>.nope;",
    );
    const places = {
      syntax: `${own}/partials/catch.ejs:${String(lineOf("partials/catch", "log("))}:`,
      key: `${own}/resource/handlers/list.ejs:${String(lineOf("resource/handlers/list", "lst"))}:`,
      types: `${own}/resource/handlers/read.ejs:${String(lineOf("resource/handlers/read", "nope"))}:`,
    };
    const before = files();
    const { code, stdout, stderr } = await tool("check");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    const errors = stderr.split("\n").filter((line) => line.startsWith("error"));
    expect(errors).toHaveLength(3);
    expect(errors.find((line) => line.includes(places.syntax))).toContain(
      "The code of the template does not parse",
    );
    expect(errors.find((line) => line.includes(places.key))).toContain('view.calls has no key "lst".');
    expect(errors.find((line) => line.includes(places.types))).toContain("Property 'nope' does not exist");
    expect(stderr).toContain("Did you mean list?");
    // The line that it wrote, too, under the name that a user's file would have.
    expect(stderr).toMatch(/as app\/api\/[\w/[\].]+\/route\.ts:\d+:\d+.*: const \w+ = await .*\.nope;/);
    expect(stderr).toContain("No files were written.");
    expect(files()).toEqual(before);

    const asJson = await tool("check", "--json");
    expect(asJson.code).toBe(1);
    const { error } = jsonDocument(asJson.stdout) as {
      error: { problems: { code: string; at: { line: number }; written?: { file: string } }[] };
    };
    expect(error.problems.map((problem) => problem.code).sort()).toEqual([
      "TEMPLATE_INVALID",
      "TEMPLATE_INVALID",
      "TEMPLATE_TYPES",
    ]);

    await change("partials/catch", "<% if (view.handler.log( { %>", "<%- view.handler.log() %>;");
    await change("resource/handlers/list", "view.calls.lst", "view.calls.list");
    await change("resource/handlers/read", ".nope;", ";");
    const mended = await tool("check", "--json");
    expect(mended.code).toBe(0);
    expect(jsonDocument(mended.stdout)).toMatchObject({
      ok: true,
      checked: { ownTexts: expect.any(Array) as unknown },
    });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("what only Next.js and the project's own flags refuse is found, too", async () => {
    await fs.remove(path.join(app, ".create-api-route"));
    const odd = `<%# view: 1 -%>
export const helper = 1;

export async function GET(request: Request, context: { params: { nope: string } }) {
  const unused = 1;
  return Response.json({ ok: true });
}
`;
    await fs.outputFile(path.join(app, own, "odd/route.ts.ejs"), odd);
    await fs.outputJson(path.join(app, own, "odd/template.json"), { methods: ["GET"], kinds: ["item"] });
    const config = (await fs.readJson(path.join(app, "tsconfig.json"))) as { compilerOptions: object };
    await fs.writeJson(path.join(app, "tsconfig.json"), {
      ...config,
      compilerOptions: { ...config.compilerOptions, noUnusedLocals: true },
    });
    const { code, stderr } = await tool("check");
    expect(code).toBe(1);
    const at = (line: number) =>
      stderr
        .split("\n")
        .filter((each) => each.includes(`odd/route.ts.ejs:${String(line)}:`))
        .join("\n");
    expect(at(2)).toContain("A route file cannot export helper");
    expect(at(4)).toContain("Next.js takes no such handler for GET");
    expect(at(5)).toContain("'unused' is declared but its value is never read.");
    await fs.writeJson(path.join(app, "tsconfig.json"), config);
    await fs.remove(path.join(app, ".create-api-route"));
  });

  test("a tsconfig.json that does not parse is told itself, and not what a compiler makes of the rest", async () => {
    const file = path.join(app, "tsconfig.json");
    const whole = await fs.readFile(file, "utf8");
    await fs.writeFile(file, '{"compilerOptions":{"strict":true,\n');
    const { code, stderr } = await tool("check");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error tsconfig.json:2:1 TypeScript does not understand tsconfig.json, so nothing could be compiled: '}' expected. (TS1005)
      Mend it and run the command again.

No files were written.
`,
    });
    await fs.writeFile(file, whole);
  });

  test("what keeps the compiler from looking at types is no success, and hides nothing that is broken", async () => {
    await fs.outputFile(path.join(app, "bad.d.ts"), 'declare module "x" {\n');
    const stopped = await tool("check");
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain("TypeScript could not check what the templates write: ");
    expect(stopped.stderr).toContain("bad.d.ts:");
    await fs.remove(path.join(app, "bad.d.ts"));

    // The one text that there is, broken; and one that only TypeScript does not parse, beside one that is of the wrong type.
    await fs.outputFile(path.join(app, own, "only/route.ts.ejs"), "<%- view.nope %>");
    expect((await tool("check")).stderr).toContain(`${own}/only/route.ts.ejs:1:10 view has no key "nope".`);
    await fs.remove(path.join(app, own, "only"));
    await fs.outputFile(path.join(app, own, "one/a.ts.ejs"), "export const a: string = 1;\n");
    await fs.outputFile(
      path.join(app, own, "two/b.ts.ejs"),
      "class B { constructor(); }\nexport const b = <T,>(x: T): T => x ?? (await 1);\n",
    );
    const both = await tool("check");
    expect(both.code).toBe(1);
    expect(both.stderr).toContain("one/a.ts.ejs:1:");
    expect(both.stderr).toContain("two/b.ts.ejs:");
    await fs.remove(path.join(app, ".create-api-route"));
  });

  test("a tree that Next.js cannot serve fails the check by itself", async () => {
    const route = "export function GET() {\n  return new Response();\n}\n";
    await fs.outputFile(path.join(app, "app/api/a/[id]/route.ts"), route);
    await fs.outputFile(path.join(app, "app/api/a/[slug]/b/route.ts"), route);
    const { code, stderr } = await tool("check");
    expect(code).toBe(1);
    expect(stderr).toContain("[slug]");
    expect(stderr).toContain("Move or rename one of the two.");
    await fs.remove(path.join(app, "app/api"));
    expect((await tool("check")).code).toBe(0);
  });
});

describe("a template of the project's own, with a test and a page", () => {
  const route = `<%# view: 1 -%>
<%_ for (const line of view.imports) { _%>
<%- line %>
<%_ } _%>

<%_ for (const line of view.contextType) { _%>
<%- line %>
<%_ } _%>

<%_ for (const handler of view.handlers) { _%>
<%- handler.opening %>
<%- include("partials/open", { handler }) -%>

  return <%- view.json(\`{ method: "\${handler.method}", made: true }\`) %>;
<%- handler.closing %>

<%_ } _%>
<%_ for (const partial of view.after) { _%>
<%- include(partial) -%>

<%_ } _%>
<%- include("partials/fallbacks") -%>
`;
  const testing = `import { expect, test } from "vitest";
import { <%- view.methods.join(", ") %> } from "<%- view.module %>";

<%_ for (const handler of view.handlers) { _%>
test("<%- handler.method %> <%- view.url %> answers", async () => {
  const request = new Request("http://localhost<%- view.url %>", { method: "<%- handler.method %>" });
  const respond: (...given: never[]) => Response | Promise<Response> = <%- handler.method %>;
  const response = await Reflect.apply(respond, undefined, [request, { params: Promise.resolve({}) }]);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ method: "<%- handler.method %>", made: true });
});

<%_ } _%>
`;
  const page = "# `<%- view.url %>`\n\n<% for (const method of view.methods) { %>- <%- method %>\n<% } %>";

  test("is made, offered, checked, served, and its test passes", async () => {
    const folder = path.join(app, own, "ours");
    await fs.outputFile(path.join(folder, "route.ts.ejs"), route);
    await fs.outputFile(path.join(folder, "route.test.ts.ejs"), testing);
    await fs.outputFile(path.join(folder, "README.md.ejs"), page);
    await fs.outputJson(path.join(folder, "template.json"), {
      summary: "ours: handlers, a test and a page",
      methods: ["GET", "DELETE"],
    });
    // What its test imports is the project's to install.
    const vitest = path.join(app, "node_modules/vitest");
    const unchecked = await tool("check");
    expect(unchecked.code).toBe(1);
    expect(unchecked.stderr).toContain(`${own}/ours/route.test.ts.ejs:1:`);
    expect(unchecked.stderr).toContain("Cannot find module 'vitest'");
    await fs.symlink(path.join(repository, "node_modules/vitest"), vitest);
    const checked = await tool("check");
    expect(checked.stderr).toBe("");
    expect(checked.code).toBe(0);

    const help = await tool("--help");
    expect(help.stdout.replace(/\s+/g, " ")).toContain("the project's own: ours");
    const made = await tool("things", "-t", "ours", "--auth", "none");
    expect(made.stdout).toMatch(/create +app\/api\/things\/route\.test\.ts/);
    expect(await fs.readFile(path.join(app, "app/api/things/README.md"), "utf8")).toBe(
      "# `/api/things`\n\n- GET\n- DELETE\n",
    );

    const tested = await run(
      process.execPath,
      [path.join(repository, "node_modules/vitest/vitest.mjs"), "run", "--root", app, "app/api/things"],
      { cwd: app, env: { NO_COLOR: "1", VITEST: undefined, NODE_ENV: undefined } },
    );
    expect(tested.code, tested.stdout + tested.stderr).toBe(0);
    expect(tested.stdout).toMatch(/Tests +2 passed/);

    const built = await buildApp(app);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    const server = await startApp(app);
    try {
      const answer = await fetch(`${server.url}/api/things`, { method: "DELETE" });
      expect([answer.status, await answer.json()]).toEqual([200, { method: "DELETE", made: true }]);
      expect((await fetch(`${server.url}/api/things`, { method: "PUT" })).status).toBe(405);
    } finally {
      await server.stop();
    }
    // With the types that the build has made, too.
    expect((await tool("check")).code).toBe(0);
    await fs.remove(vitest);
  });
});

describe("a check leaves nothing behind", () => {
  const listed = async () => (await promisify(execFile)("ps", ["-eo", "args"])).stdout;

  test.each(["SIGKILL", "SIGINT"] as const)("when it is ended by %s while it compiles", async (signal) => {
    const bin = programIn(app);
    const child = spawn(process.execPath, [bin, "check"], {
      cwd: app,
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    // Others check at the same time: a compiler is ours by the folder of its tsconfig.json.
    const compiling = async () =>
      (await listed())
        .split("\n")
        .some((line) => line.includes(temporary) && line.includes("--pretty false"));
    await waitFor(compiling);
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill(signal);
    await waitFor(async () => readdirSync(temporary).length === 0 && !(await compiling()));
  });

  test("and works where the packages lie above the app, by another TypeScript", async () => {
    const workspace = path.join(scratch, "workspace");
    const inside = path.join(workspace, "apps/web");
    await fs.move(app, inside);
    await fs.move(path.join(inside, "node_modules"), path.join(workspace, "node_modules"));
    await useTypeScript(workspace, "typescript");
    await fs.remove(path.join(inside, "app/api"));
    await fs.remove(path.join(inside, own, "ours"));
    const bin = programIn(workspace);
    const { code, stdout, stderr } = await run(process.execPath, [bin, "check"], {
      cwd: inside,
      env: { TMPDIR: temporary },
    });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("They compile with TypeScript 6.");
  });
});

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to that.");
}
