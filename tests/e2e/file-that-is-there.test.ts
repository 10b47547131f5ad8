import path from "node:path";
import { applyPatch } from "diff";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildApp,
  copyInstalledApp,
  makeScratch,
  packTool,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { collectionAndItem, exchangeAll, json } from "../support/http-table.js";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { typeCheck } from "../support/type-check.js";
import { treeOf } from "../support/tree.js";
import { useTypeScript } from "../support/use-typescript.js";

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(scratch, "app");
  await copyInstalledApp("example", app);
  await useTypeScript(app, "typescript-7");
  await unpackTool(app, await packTool(scratch));
});

afterAll(async () => {
  await fs.remove(scratch);
});

const place = (file: string) => path.join(app, file);
const read = (file: string) => fs.readFile(place(file), "utf8");

/** A long file of a wrapper's, without semicolons, in single quotes, with Windows' line breaks. */
const wrapped = `/* Copyright: somebody */
import { NextResponse } from 'next/server'
import { withRole } from './with-role'

const notes = new Map<string, string>([['1', 'First']])

// Everybody may read.
export const GET = withRole(
    async (_req, { params }) => {
        const { id } = await params
        const note = notes.get(id)
        if (!note) return NextResponse.json({ error: 'Not found' }, { status: 404 })
        return NextResponse.json({ id, note })
    },
    { role: 'reader' },
)

export const PUT = withRole(
    async (req, { params }) => {
        const { id } = await params
        notes.set(id, await req.text())   // odd   spacing
        return NextResponse.json({ id })
    },
    { role: 'writer' },
)
`.replaceAll("\n", "\r\n");

const withRole = `import type { NextRequest } from "next/server";

type Context = { params: Promise<{ id: string }> };
type Handler = (req: NextRequest, context: Context) => Promise<Response>;

export function withRole(handler: Handler, { role }: { role: string }): Handler {
  return async (req, context) => {
    if (req.headers.get("x-role") !== role) return Response.json({ error: "Forbidden" }, { status: 403 });
    return handler(req, context);
  };
}
`;

describe("handlers join files that are there", () => {
  test("our own, method by method", async () => {
    for (const args of [
      ["posts", "-m", "GET"],
      ["posts", "-m", "POST"],
      ["posts/:id", "-m", "GET"],
      ["posts/:id", "-m", "PATCH,DELETE"],
    ]) {
      const { code, stderr } = await runTool(app, args);
      expect(code, stderr).toBe(0);
    }
    const { code, stdout } = await runTool(app, ["posts", "-m", "GET,POST"]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing to do") as string,
    });
  });

  test("those of the user, in their form: a wrapper, single quotes, no semicolons, four spaces, CRLF", async () => {
    await fs.outputFile(place("app/api/notes/[id]/route.ts"), wrapped);
    await fs.outputFile(place("app/api/notes/[id]/with-role.ts"), withRole);
    const { code, stdout, stderr } = await runTool(app, ["notes/:id", "-m", "PATCH"]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("update     app/api/notes/[id]/route.ts  adds PATCH to /api/notes/[id]");
    expect(stderr).toBe(
      "warning The handlers that app/api/notes/[id]/route.ts has do not use app/api/notes/data.ts: PATCH answers from the sample store there until you put your own calls in.\n" +
        "warning PATCH of /api/notes/[id] goes through withRole with the same arguments as PUT: check that they are right there.\n",
    );
    const text = await read("app/api/notes/[id]/route.ts");
    expect(text.replaceAll("\r\n", "\n")).toContain(`
export const PATCH = withRole(
    async (req, { params }) => {
        const { id } = await params

        let body: unknown
        try {
            body = await req.json()
        } catch {
`);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text.replaceAll("\r\n", "\n")).toContain("\n    },\n    { role: 'writer' },\n)\n");
  });

  test("beside handlers that come from elsewhere", async () => {
    await fs.outputFile(place("app/api/tags/handlers.ts"), "export const read = () => Response.json([]);\n");
    await fs.outputFile(place("app/api/tags/route.ts"), 'export { read as GET } from "./handlers";\n');
    expect(await runTool(app, ["tags", "-m", "GET,POST"])).toMatchObject({ code: 0 });
    expect(await read("app/api/tags/route.ts")).toMatch(
      /^import [^]*\n\nexport \{ read as GET \} from "\.\/handlers";\n/,
    );
  });

  test("next build accepts it, tsc has nothing to say, and every answer is as promised", async () => {
    const built = await buildApp(app);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    expect(await typeCheck(app)).toMatchObject({
      code: 0,
      stdout: "",
    });

    const server = await startApp(app);
    try {
      const writer = { ...json, "x-role": "writer" };
      const note = { method: "PATCH", place: "/api/notes/1" } as const;
      await exchangeAll(server.url, [
        ...collectionAndItem("/api/posts", "post"),
        {
          says: "read as before",
          method: "GET",
          place: "/api/notes/1",
          headers: { "x-role": "reader" },
          status: 200,
        },
        { says: "not allowed", ...note, headers: { "x-role": "reader" }, body: "{}", status: 403 },
        { says: "checked", ...note, headers: writer, body: '{"title":1}', status: 400 },
        { says: "none in the store", ...note, headers: writer, body: '{"title":"Two"}', status: 404 },
        { says: "from elsewhere", method: "GET", place: "/api/tags", status: 200, answer: [] },
        {
          says: "added beside it",
          method: "POST",
          place: "/api/tags",
          headers: json,
          body: '{"title":"One"}',
          status: 201,
          answerHeaders: { location: expect.stringMatching(/^\/api\/tags\/./) },
        },
      ]);
    } finally {
      await server.stop();
    }
  });
});

describe("seen before it is done", () => {
  test("--diff prints what the run then does, and writes nothing", async () => {
    const before = treeOf(app);
    const args = ["tags", "-m", "PUT"];
    const { code, stdout } = await runTool(app, [...args, "--diff"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Dry run: 1 file would be updated. No files were written.");
    expect(treeOf(app)).toEqual(before);

    const file = "app/api/tags/route.ts";
    const old = await read(file);
    const patch = stdout.slice(stdout.indexOf("--- a/"), stdout.indexOf("\n\nDry run:") + 1);
    expect(await runTool(app, args)).toMatchObject({ code: 0 });
    expect(applyPatch(old, patch)).toBe(await read(file));
  });

  test("--force replaces, shows what is lost, and says it in JSON", async () => {
    const file = "app/api/tags/route.ts";
    const shown = await runTool(app, ["tags", "--force", "--dry-run"]);
    expect(shown.stdout).toContain("Dry run: 1 file would be replaced. No files were written.");
    expect(shown.stdout).toContain('-export { read as GET } from "./handlers";');
    const { code, stdout } = await runTool(app, ["tags", "--force", "--json"]);
    expect(code).toBe(0);
    const { files } = jsonDocument(stdout) as { files: { path: string; action: string; diff?: string }[] };
    expect(files.map(({ path: name, action }) => [name, action])).toEqual([
      [file, "overwrite"],
      ["app/api/tags/data.ts", "unchanged"],
    ]);
    expect(files[0]?.diff).toContain('-export { read as GET } from "./handlers";');
    expect(await read(file)).toContain("export async function GET");
  });
});

describe("left alone, with nothing written", () => {
  test.each<[string, string, string, string[], string]>([
    [
      "that does not parse",
      "route.ts",
      "export const GET = () => {\n  return Response.json({ a: }\n};\n",
      [],
      "app/api/odd/route.ts is there already and does not parse: line 2, column 29: Unexpected token.",
    ],
    [
      "in JavaScript",
      "route.js",
      "export function GET() {}\n",
      [],
      "app/api/odd/route.js is there already and is JavaScript",
    ],
    [
      "whose handlers have no guard",
      "route.ts",
      "export function GET() { return new Response() }\n",
      ["-m", "GET,POST", "--auth"],
      "its GET does not have the guard that --auth asks for",
    ],
  ])("a file %s", async (_, name, text, args, message) => {
    await fs.outputFile(place(`app/api/odd/${name}`), text);
    const before = treeOf(app);
    const { code, stdout, stderr } = await runTool(app, ["odd", "fine", ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/No files were written\.\n$/);
    expect(treeOf(app)).toEqual(before);
    await fs.remove(place("app/api/odd"));
  });

  test("a symbolic link in the place of the file", async () => {
    await fs.outputFile(path.join(scratch, "elsewhere.ts"), "export function GET() {}\n");
    await fs.ensureSymlink(path.join(scratch, "elsewhere.ts"), place("app/api/odd/route.ts"));
    const { code, stderr } = await runTool(app, ["odd"]);
    expect(code).toBe(2);
    expect(stderr).toContain("app/api/odd/route.ts is a symbolic link");
    expect(await fs.readFile(path.join(scratch, "elsewhere.ts"), "utf8")).toBe("export function GET() {}\n");
    await fs.remove(place("app/api/odd"));
  });
});
