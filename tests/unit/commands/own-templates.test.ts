import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import { eject } from "../../../src/commands/eject.js";
import { RunError } from "../../../src/errors.js";
import type { CreateOptions, EjectOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { readOwnTemplates } from "../../../src/project/own-templates.js";
import { templateNames } from "../../../src/spec/templates.js";
import { app, at, useFolder, write } from "../../support/app-folder.js";
import { noOptions } from "../../support/no-options.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";
import { treeOf } from "../../support/tree.js";

const own = ".create-api-route/templates";

useFolder();
beforeEach(() => {
  write(app());
});

const here = () => ({ cwd: at(), templates, statePlaces: [], tool: "0.0.0" });

const run = (routes: string[], options: Partial<CreateOptions> = {}) =>
  create(routes, { ...noOptions, ...options }, { ...here(), readStdin: noStdin, progress: noProgress });

const ejected = (names: string[], options: Partial<EjectOptions> = {}) =>
  eject(names, { ...noOptions, ...options }, { ...here(), startPrompter: undefined });

/** The problems of work that fails: places and messages, one line each. It has to leave everything as it was. */
async function refused(work: () => Promise<unknown>): Promise<string[]> {
  const before = treeOf(at());
  const error: unknown = await work().catch((thrown: unknown) => thrown);
  expect(treeOf(at())).toEqual(before);
  if (!(error instanceof RunError)) throw new Error("It did not fail.", { cause: error });
  return error.problems.map(({ at: place, code, message }) => {
    const where = place
      ? `${place.file.replace(`${own}/`, "")}:${String(place.line)}:${String(place.column)} `
      : "";
    return `${code} ${where}${message}`;
  });
}

const text = (file: string) => readFileSync(at(file), "utf8");

/** The smallest route template that has a handler for whatever is asked for. */
const small = `<%_ for (const handler of view.handlers) { _%>
export function <%- handler.method %>() {
  return <%- view.json('{ ok: true }') %>;
}

<%_ } _%>
<%- include("partials/fallbacks") -%>
`;

describe("a template of the project's own", () => {
  test("makes the files that its names say, beside each other in the folder of the route", async () => {
    write({
      [`${own}/mine/route.ts.ejs`]: small,
      [`${own}/mine/__tests__/route.test.ts.ejs`]: 'import "../route";\n// <%- view.url %>\n',
      [`${own}/mine/notes.md.ejs`]: "# <%- view.url %>  \n\n\n\n- <%- view.methods.join(', ') %>",
      [`${own}/mine/template.json`]: { methods: ["PUT"], summary: "Mine" },
      [`${own}/mine/README.txt`]: "no template",
    });
    const { changes, warnings } = await run(["posts/[id]"], { template: "mine" });
    expect(changes.map(({ path: file, action }) => `${action} ${file}`)).toEqual([
      "create app/api/posts/[id]/route.ts",
      "create app/api/posts/[id]/__tests__/route.test.ts",
      "create app/api/posts/[id]/notes.md",
    ]);
    expect(text("app/api/posts/[id]/route.ts")).toContain("export function PUT() {");
    expect(text("app/api/posts/[id]/__tests__/route.test.ts")).toBe(
      'import "../route";\n// /api/posts/[id]\n',
    );
    // What is no code is as the template has it, to the last space.
    expect(text("app/api/posts/[id]/notes.md")).toBe("# /api/posts/[id]  \n\n\n\n- PUT");
    expect(warnings.map(({ code }) => code)).toContain("PUBLIC_ROUTE");

    const again = await run(["posts/[id]"], { template: "mine" });
    expect(again.changes.map(({ action }) => action)).toEqual(["unchanged"]);
  });

  test("stands on a built-in one, whose texts it takes the place of", async () => {
    write({
      [`${own}/mine/template.json`]: { extends: "resource" },
      [`${own}/mine/handlers/not-found.ejs`]:
        '    if (!<%- view.found %>) return new Response("Gone", { status: 410 });\n',
    });
    const { changes } = await run(["posts"], { template: "mine", crud: true });
    expect(changes.map(({ path: file }) => file)).toEqual([
      "app/api/posts/route.ts",
      "app/api/posts/[id]/route.ts",
      "app/api/posts/data.ts",
    ]);
    expect(text("app/api/posts/[id]/route.ts").match(/status: 410/g)).toHaveLength(3);
    const { changes: builtIn } = await run(["tags"], { crud: true });
    expect(builtIn.map(({ text: written }) => written).join("")).not.toContain("410");
  });

  test("and a partial of the project are offered by their names, and nothing else is", async () => {
    write({ [`${own}/partials/catch.ejs`]: templates.read("partials/catch")!.replace("500", "503") });
    await run(["posts"]);
    expect(text("app/api/posts/route.ts")).toContain("status: 503");
    expect(await refused(() => run(["tags"], { template: "partials" }))).toEqual([
      'TEMPLATE_UNKNOWN "partials" is no template.',
    ]);
  });

  test("whose folder has a name that cannot be used is offered nowhere, and asking for it says why", async () => {
    write({ [`${own}/Bad Name/route.ts.ejs`]: small, [`${own}/Mine/route.ts.ejs`]: small });
    expect([...readOwnTemplates(at()).known.keys()]).toEqual([...templateNames]);
    expect(await refused(() => run(["tags"], { template: "Bad Name" }))).toEqual([
      'TEMPLATE_UNKNOWN "Bad Name" is no template: one is called by small letters, digits and "-".',
    ]);
    expect(await refused(() => run(["tags"], { template: "Mine" }))).toEqual([
      'TEMPLATE_UNKNOWN "Mine" is no template: one is called by small letters, digits and "-".',
    ]);
    await run(["tags"], { template: "Resource" });
    expect(await refused(() => run(["more"], { template: "Resorce" }))).toEqual([
      'TEMPLATE_UNKNOWN "resorce" is no template.',
    ]);
  });

  test("leaves what is there: a test is kept, with a warning, and handlers are added to the route", async () => {
    write({ [`${own}/mine/route.ts.ejs`]: small, [`${own}/mine/route.test.ts.ejs`]: "// <%- view.url %>\n" });
    await run(["posts"], { template: "mine", methods: ["GET"] });
    writeFileSync(at("app/api/posts/route.test.ts"), "// by hand\n");
    const { changes, warnings } = await run(["posts"], { template: "mine", methods: ["GET", "DELETE"] });
    expect(changes.map(({ action }) => action)).toEqual(["update", "unchanged"]);
    expect(warnings.map(({ code }) => code)).toContain("FILE_KEPT");
    expect(text("app/api/posts/route.ts")).toContain("export function DELETE() {");
    expect(text("app/api/posts/route.test.ts")).toBe("// by hand\n");
    await run(["posts"], { template: "mine", force: true });
    expect(text("app/api/posts/route.test.ts")).toBe("// /api/posts\n");
  });

  test("may be no more than a description", async () => {
    write({ [`${own}/mine/template.json`]: { extends: "text" } });
    const { changes } = await run(["posts"], { template: "mine" });
    expect(changes[0]!.text).toContain("Hello, world!");
    const { changes: builtIn } = await run(["posts"], { template: "text", dryRun: true, force: true });
    expect(builtIn[0]!.text).toBe(changes[0]!.text);
  });

  test("keeps what stands in a text of its code, to the last space", async () => {
    const code = "export const mail = `a  \nb\n\n\n\nc {\n\nd`;\n";
    write({
      [`${own}/mine/mail.ts.ejs`]: code,
      [`${own}/mine/view.json.ejs`]: "<%- JSON.stringify(view.resource) %>",
    });
    await run(["posts"], { template: "mine" });
    expect(text("app/api/posts/mail.ts")).toBe(code);
    expect(JSON.parse(text("app/api/posts/view.json"))).toMatchObject({ one: "post" });
  });

  test("can be the project's default, and is for the kinds that it names", async () => {
    write({
      [`${own}/mine/template.json`]: { kinds: ["collection"], methods: ["GET"] },
      [`${own}/mine/route.ts.ejs`]: small,
      "create-api-route.config.json": { template: "mine" },
    });
    expect(
      (await run(["posts"])).changes.map(({ purpose }) => "methods" in purpose && purpose.methods),
    ).toEqual([["GET"]]);
    expect(await refused(() => run(["posts/[id]"]))).toEqual([
      'USAGE The template mine is for a collection, and "posts/[id]" makes an item.',
    ]);
    write({ "create-api-route.config.json": { template: "mnie" } });
    expect(await refused(() => run(["posts"]))).toEqual([
      'CONFIG_INVALID "template" in create-api-route.config.json is "mnie", which is none of its values.',
    ]);
  });

  test("in another style stays as it is, where putting it into that of the place would change what it says", async () => {
    const odd = `export function GET() {\n  const hasQuote = /"/.test("it")\n  return new Response(String(hasQuote))\n}\n`;
    write({ [`${own}/mine/route.ts.ejs`]: odd });
    await run(["posts"], {
      template: "mine",
      methods: ["GET"],
      fallbacks: false,
      habit: ["quotes=single", "semicolons=no"],
    });
    expect(text("app/api/posts/route.ts")).toBe(odd);
  });
});

describe("a broken one is told with its place, and nothing is written:", () => {
  const mine = (route: string, files: Record<string, string | object> = {}) => {
    write({ [`${own}/mine/route.ts.ejs`]: route, ...files });
    return refused(() => run(["posts"], { template: "mine", methods: ["GET"] }));
  };

  test("an unknown key, a partial that there is not, and code that does not parse, all at once", async () => {
    const faults = await mine('<%- view.imprts %>\n  <%- include("partials/cath") %>', {
      [`${own}/mine/handlers/list.ejs`]: "<% if (x { %>",
      [`${own}/partials/open.ejs`]: "\n<%- view.handler.gard %>",
    });
    expect(faults).toEqual([
      "TEMPLATE_INVALID mine/handlers/list.ejs:1:10 The code of the template does not parse: Unexpected token.",
      'TEMPLATE_INVALID mine/route.ts.ejs:1:10 view has no key "imprts".',
      "TEMPLATE_INVALID mine/route.ts.ejs:2:15 There is no template partials/cath.",
      'TEMPLATE_INVALID partials/open.ejs:2:18 view.handler has no key "gard".',
    ]);
  });

  test("what only a run shows", async () => {
    const faults = await mine(
      "<%_ for (const handler of view.handlers) { _%>\n\n  <%- handler.opning %>\n<%_ } _%>",
    );
    expect(faults).toEqual([
      expect.stringContaining('mine/route.ts.ejs:3:15 view.handlers[0] has no key "opning"'),
    ]);
    expect(await mine('x\n<% throw new Error("no") %>')).toEqual([
      "TEMPLATE_INVALID mine/route.ts.ejs:2:1 no.",
    ]);
    expect(await mine("# view.meth\n# meth <%- view['me' + 'th'] ?? view.handlers[0].meth %>")).toEqual([
      expect.stringContaining("mine/route.ts.ejs:2:"),
    ]);
    expect(await mine("# method meth <%- [...view.handlers][0].meth %>")).toEqual([
      expect.stringContaining('mine/route.ts.ejs:1:41 view.handlers[0] has no key "meth"'),
    ]);
    expect(await mine("<% let a = 1 %>\n<% a() %>")).toEqual([
      "TEMPLATE_INVALID mine/route.ts.ejs:2:1 a is not a function.",
    ]);
  });

  test.each(["return", "await 1", "import 'a'"])("%s in it", async (code) => {
    expect(await mine(`a\n  <%_ ${code} _%>`)).toEqual([
      expect.stringMatching(/mine\/route\.ts\.ejs:2:\d+ The code of the template does not parse/),
    ]);
  });

  test("what it writes does not parse, or has no handler that was asked for", async () => {
    expect(
      await mine("// a comment\nexport function GET() {\n  return <%- view.json('{ a: }') %>;\n}\n"),
    ).toEqual([
      "TEMPLATE_INVALID mine/route.ts.ejs:3:10 What the template writes into app/api/posts/route.ts does not parse: Unexpected token.",
    ]);
    expect(await mine("export function POST() {}\n")).toEqual([
      "TEMPLATE_INVALID The template mine was asked for GET in app/api/posts/route.ts, and writes no such handler.",
    ]);
  });

  test("a description that says what there is not, and files that would make URLs", async () => {
    const faults = await mine(small, {
      [`${own}/mine/template.json`]: {
        extend: "form",
        methods: ["get"],
        kinds: [],
        summary: 1,
        extends: "frm",
      },
      [`${own}/mine/page.tsx.ejs`]: "",
      [`${own}/mine/[id]/route.ts.ejs`]: "",
      [`${own}/mine/sitemap.ts.ejs`]: "",
    });
    expect(faults.map((fault) => fault.replace(/.*templates\/mine\//, ""))).toEqual([
      "template.json is unknown.",
      "template.json has to be a string.",
      "template.json has to be the name of a built-in template.",
      "template.json has to be a list of methods.",
      "template.json has to be a list of kinds of routes.",
      "[id]/route.ts.ejs would make a route of its own.",
      "page.tsx.ejs would make a page of its own.",
      "sitemap.ts.ejs would make a metadata file of its own.",
    ]);
  });

  test("another template's faults are no matter of this run", async () => {
    write({ [`${own}/other/route.ts.ejs`]: "<%- view.nope %>", [`${own}/mine/route.ts.ejs`]: small });
    const { changes } = await run(["posts"], { template: "mine" });
    expect(changes).toHaveLength(1);
    expect(await refused(() => run(["tags"], { template: "other" }))).toHaveLength(1);
  });

  test.each([
    ["the folder", ".create-api-route"],
    ["the folder in it", own],
    ["a template", `${own}/mine`],
    ["a text", `${own}/mine/route.ts.ejs`],
  ])("%s is a symbolic link: what it leads to is not run", async (_what, link) => {
    write({ [`elsewhere/${path.posix.relative(link, `${own}/mine/route.ts.ejs`) || "text"}`]: small });
    mkdirSync(path.dirname(at(link)), { recursive: true });
    const isText = link.endsWith(".ejs");
    symlinkSync(at(isText ? "elsewhere/text" : "elsewhere"), at(link));
    if (isText) write({ [`${own}/mine/template.json`]: {} });
    const before = treeOf(at("app"));
    const error: unknown = await run(["posts"], { template: "mine" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RunError);
    expect((error as RunError).message).toMatch(/symbolic link|is no template/);
    expect(treeOf(at("app"))).toEqual(before);
    rmSync(at(link));
  });
});

describe("eject", () => {
  test("copies a template, and what is written by it stays the same to the byte", async () => {
    const before = (await run(["posts"], { crud: true, dryRun: true })).changes.map(
      ({ text: written }) => written,
    );
    const { files } = await ejected(["resource", "catch"]);
    expect(files.every(({ action }) => action === "create")).toBe(true);
    expect(files.map(({ template }) => template)).toEqual(
      templates.names().filter((name) => name.startsWith("resource/") || name === "partials/catch"),
    );
    const after = (await run(["posts"], { crud: true, dryRun: true })).changes.map(
      ({ text: written }) => written,
    );
    expect(after).toEqual(before);
    expect((await ejected(["resource"])).files.every(({ action }) => action === "unchanged")).toBe(true);
    // A checkout may have other line breaks.
    const file = at(`${own}/partials/catch.ejs`);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect((await ejected(["catch"])).files[0]).toMatchObject({ action: "unchanged" });
  });

  test("every text that there is can be ejected, and still writes the same", async () => {
    const routes = ["posts", "tags/[id]", "docs/[...slug]"];
    const written = async () => {
      const made: string[] = [];
      for (const template of ["resource", "basic", "text", "search", "form", "cookies"]) {
        const { changes } = await run(routes, {
          template,
          dryRun: true,
          auth: "bearer",
          methods: ["GET", "PUT", "POST"],
        });
        made.push(...changes.map(({ text: each }) => each));
      }
      return made;
    };
    const before = await written();
    const { files } = await ejected([...new Set(templates.names().map((name) => name.split("/")[0]!))]);
    expect(files).toHaveLength(templates.names().length);
    expect(await written()).toEqual(before);
  });

  test("keeps what was changed, unless it is to be replaced; a dry run writes nothing", async () => {
    await ejected(["partials/catch"]);
    const file = at(`${own}/partials/catch.ejs`);
    writeFileSync(file, "mine");
    expect(await refused(() => ejected(["partials"]))).toEqual([
      `FILE_EXISTS ${own}/partials/catch.ejs is there already, and is not the built-in one.`,
    ]);
    expect((await ejected(["catch"], { force: true, dryRun: true })).files[0]).toMatchObject({
      action: "overwrite",
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
    await ejected(["catch"], { force: true });
    expect(readFileSync(file, "utf8")).toContain("catch (error)");
  });

  test("names that are none are told with the nearest one; without any, nobody can be asked", async () => {
    expect(await refused(() => ejected(["resorce", "partials/cath"]))).toEqual([
      'TEMPLATE_UNKNOWN "resorce" is no built-in template, and no part of one.',
      'TEMPLATE_UNKNOWN "partials/cath" is no built-in template, and no part of one.',
    ]);
    expect(await refused(() => ejected([]))).toEqual([
      "USAGE No template was given: the argument [name...] is missing.",
    ]);
    expect(await refused(() => ejected(["../../etc/passwd"]))).toHaveLength(1);
  });
});
