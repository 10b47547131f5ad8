import path from "node:path";
import fs from "fs-extra";
import { afterAll, describe, expect, test } from "vitest";
import { parseModule } from "../../src/syntax/parse-module.js";
import { exportsOf } from "../../src/project/module-exports.js";
import { habitNames, habitTable, type HabitName } from "../../src/spec/habits.js";
import { parseHabitWishes } from "../../src/spec/habit-wishes.js";
import type { HabitWishes } from "../../src/project/habits/habits.js";
import { renderNear } from "../support/render-near.js";
import { repository } from "../support/pipeline.js";
import { compileApps, writeChecks } from "./compile.js";

const workspace = path.join(repository, "tests/.cache", `overruled-${String(process.pid)}`);
afterAll(() => fs.remove(workspace));

/** An app that has a habit of its own wherever it could have the built-in one. */
const app = {
  "app/api/teams/[id]/route.tsx": `import { NextResponse, type NextRequest } from 'next/server'
import { auth } from '@/lib/auth'
import { logger } from '@/lib/logger'

interface Props {
    params: Promise<{ id: string }>
}

export const GET = async (req: NextRequest, props: Props) => {
    const session = await auth()
    if (!session) return NextResponse.json({ message: 'Unauthorized' }, { status: 401 })
    try {
        const { id } = await props.params
        return NextResponse.json({
            id,
            url: req.url
        })
    } catch (error) {
        logger.error(error)
        return NextResponse.json({ message: 'Internal server error' }, { status: 500 })
    }
}

export const DELETE = async (req: NextRequest, props: Props) => {
    await props.params
    return new NextResponse(null, { status: req.url ? 204 : 404 })
}`,
};

const modules = {
  "lib/auth.ts": "export async function auth(): Promise<{ user: string } | null> {\n  return null;\n}\n",
  "lib/logger.ts": "export const logger = { error(error: unknown): void { console.error(error); } };\n",
};

/** What else is a value, beside those that the table lists. */
const others: Partial<Record<HabitName, readonly string[]>> = {
  requestName: ["r", "id", "error", "body"],
  context: ["props", "params", "request", "context_"],
  params: ["type Props", "interface RouteParams", "type Id", "interface Request"],
  error: [
    "{ msg }",
    "{ success: false, error }",
    "{ ok: false, error: { message } }",
    "{ error: { message }, success: false }",
  ],
  deleted: ["{ id }", "{ ok: true }"],
  imports: ["@/*", "~/*", "nowhere/*"],
  indent: ["3", "8"],
  logger: ["logger.error(error)", "console.error(error)", "console.log(message, error)"],
  guard: ["auth", "none"],
};

const rows = habitNames.flatMap((name) =>
  [...habitTable[name].values, habitTable[name].builtIn, ...(others[name] ?? [])].map(
    (value) => `${name}=${value}`,
  ),
);

function wished(...texts: string[]): HabitWishes {
  const { wishes, problems } = parseHabitWishes(texts);
  expect(problems).toEqual([]);
  return new Map(wishes.map(([name, value]) => [name, { value, source: "option" }]));
}

const aliases = [{ prefix: "@/", folder: "" }];
const asked = { methods: ["GET", "POST", "DELETE"] } as const;

describe("any habit can be overruled, in an app that has others", () => {
  test.each(rows.map((row, index) => [row, index] as const))("%s", async (row, index) => {
    const place = `r${String(index)}`;
    for (const auth of [undefined, true, "bearer"] as const) {
      const route = `${place}${String(auth)}/[id]`;
      const files = renderNear([route], { ...asked, auth }, { files: app, wishes: wished(row), aliases });
      for (const { path: file, text } of files) {
        const { names } = exportsOf(parseModule(text, { jsx: file.endsWith("x") }));
        if (/route\.tsx?$/.test(file))
          expect([...names]).toEqual(expect.arrayContaining(["GET", "POST", "DELETE"]));
        await fs.outputFile(path.join(workspace, "app", file), text);
      }
    }
  });

  test.each(["handlers=withNothing", "handlers=GET", "logger=nothing.error(error)", "guard=nothing"])(
    "but not by %s, which no file shows",
    (row) => {
      expect(() => renderNear(["posts"], {}, { files: app, wishes: wished(row), aliases })).toThrow(
        `No route file near app/api/posts shows the habit ${row}: how to write it is not known.`,
      );
    },
  );

  test("and all of them at once, by none: what is written is what an app without route files gets", () => {
    const built = renderNear(["posts"], { crud: true, auth: "bearer" }, {});
    const overruled = renderNear(
      ["posts"],
      { crud: true, auth: "bearer" },
      { files: app, wishes: wished("none") },
    );
    expect(overruled.map(({ text }) => text)).toEqual(built.map(({ text }) => text));
  });

  test("and what is written compiles", async () => {
    const root = path.join(workspace, "app");
    for (const [file, text] of Object.entries(modules)) await fs.outputFile(path.join(root, file), text);
    await fs.outputJson(path.join(root, "tsconfig.json"), { compilerOptions: { paths: { "@/*": ["./*"] } } });
    const files = await fs.readdir(path.join(root, "app/api"));
    const routes = files.flatMap((name) =>
      ["route.ts", "route.tsx"]
        .map((file) => `app/api/${name}/[id]/${file}`)
        .filter((file) => fs.existsSync(path.join(root, file))),
    );
    await writeChecks(
      root,
      routes.filter((file) => !fs.readFileSync(path.join(root, file), "utf8").includes("RouteContext<")),
    );
    expect(routes.length).toBe(rows.length * 3);
    const said = await compileApps(workspace, ["app"]);
    const own = said.replace(/api\/r(\d+)/g, (all, index) => `${rows[Number(index)] ?? ""} ${all}`);
    // Next writes the type `RouteContext` itself, once it has seen the routes.
    expect(
      own
        .split("\n")
        .filter((line) => line.includes("error") && !line.includes("'RouteContext'"))
        .join("\n"),
    ).toBe("");
  });
});
