import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildApp,
  copyInstalledApp,
  installTool,
  makeScratch,
  packTool,
  startApp,
} from "../../scripts/next-app.mjs";
import { runTool } from "../support/run-tool.js";
import { treeOf } from "../support/tree.js";
import { useTypeScript } from "../support/use-typescript.js";

let scratch: string;
let workspace: string;
let app: string;

/** A monorepo with one Next.js app, whose handlers are in a group, below a base path, and in habits of their own. */
beforeAll(async () => {
  scratch = await makeScratch();
  workspace = path.join(scratch, "a workspace");
  app = path.join(workspace, "apps/web");
  await copyInstalledApp("example", app);
  await installTool(app, await packTool(scratch));
  await useTypeScript(app, "typescript-7");
  await fs.outputJson(path.join(workspace, "package.json"), {
    name: "shop",
    workspaces: ["apps/*", "packages/*"],
  });
  await fs.outputJson(path.join(workspace, "packages/ui/package.json"), {
    name: "ui",
    peerDependencies: { next: "16" },
  });
  await fs.outputFile(path.join(app, "next.config.ts"), config);
  await fs.outputFile(path.join(app, "lib/auth.ts"), auth);
  await fs.outputFile(path.join(app, "app/(shop)/api/users/[id]/route.ts"), users);
});

afterAll(async () => {
  await fs.remove(scratch);
});

const config = `import type { NextConfig } from "next";

const basePath = "/shop";
const nextConfig: NextConfig = { basePath };

export default nextConfig;
`;

const auth = `export async function currentUser(request: Request): Promise<{ id: string } | null> {
  const id = request.headers.get("x-user");
  return id === null ? null : { id };
}
`;

const users = `import { NextRequest, NextResponse } from 'next/server'
import { currentUser } from '../../../../../lib/auth'

const names = new Map([['1', 'Ada']])

export const GET = async (req: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const user = await currentUser(req)
    if (!user) {
        return NextResponse.json({ success: false, message: 'Sign in first' }, { status: 401 })
    }

    const { id } = await params
    const name = names.get(id)
    if (!name) {
        return NextResponse.json({ success: false, message: 'User not found' }, { status: 404 })
    }
    return NextResponse.json({ id, name })
}

export const DELETE = async (req: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const user = await currentUser(req)
    if (!user) {
        return NextResponse.json({ success: false, message: 'Sign in first' }, { status: 401 })
    }

    const { id } = await params
    names.delete(id)
    return NextResponse.json({ success: true })
}
`;

test("from the workspace's root the app is found, and what is written there is at home in it", async () => {
  const { code, stdout, stderr } = await runTool(app, ["posts", "--crud", "--auth"], { cwd: workspace });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`In apps/web:

  create     app/(shop)/api/posts/route.ts       GET, POST /api/posts
  create     app/(shop)/api/posts/[id]/route.ts  GET, PATCH, DELETE /api/posts/[id]
  create     app/(shop)/api/posts/data.ts        sample data: replace it with your database

Created 3 files.
Written like app/(shop)/api/users/[id]/route.ts; before a run, --dry-run shows what is taken from it.
Take it back: create-api-route undo
`);
  const text = await fs.readFile(path.join(app, "app/(shop)/api/posts/[id]/route.ts"), "utf8");
  expect(text).toContain(`import { NextRequest, NextResponse } from 'next/server'
import { currentUser } from '../../../../../lib/auth'
`);
  expect(text).toContain(`export const DELETE = async (
    req: NextRequest,
    { params }: { params: Promise<{ id: string }> },
) => {
    const user = await currentUser(req)
    if (!user) {
        return NextResponse.json(
            { success: false, message: 'Sign in first' },
            { status: 401 },
        )
    }

    const { id } = await params
`);
});

test("it is built and served there, with the app's own guard, bodies and base path", async () => {
  await buildApp(app);
  const server = await startApp(app);
  const ask = async (url: string, init: RequestInit & { user?: string } = {}) => {
    const { user, ...rest } = init;
    const headers = { ...(user === undefined ? {} : { "x-user": user }), "content-type": "application/json" };
    const response = await fetch(`${server.url}${url}`, { ...rest, headers });
    const body = await response.text();
    return { status: response.status, location: response.headers.get("location"), body };
  };
  try {
    expect(await ask("/shop/api/posts")).toMatchObject({
      status: 401,
      body: '{"success":false,"message":"Sign in first"}',
    });
    const created = await ask("/shop/api/posts", { method: "POST", user: "1", body: '{"title":"One"}' });
    expect(created.status).toBe(201);
    expect(created.location).toMatch(/^\/shop\/api\/posts\/[\w-]+$/);
    const url = created.location ?? "";
    expect(await ask(url, { user: "1" })).toMatchObject({ status: 200, body: created.body });
    expect(await ask(url, { method: "DELETE", user: "1" })).toMatchObject({
      status: 200,
      body: '{"success":true}',
    });
    expect(await ask(url, { user: "1" })).toMatchObject({
      status: 404,
      body: '{"success":false,"message":"Post not found"}',
    });
    expect(await ask(url, { method: "PUT" })).toMatchObject({ status: 405 });
  } finally {
    await server.stop();
  }
});

test("what Next.js could not serve beside it is told before anything is written", async () => {
  const before = treeOf(path.join(app, "app"));
  const { code, stdout, stderr } = await runTool(app, ["posts/:slug/comments", "posts/:slug"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(
    "app/(shop)/api/posts/[id]/route.ts calls the segment after /api/posts `[id]`, app/(shop)/api/posts/[slug]/",
  );
  expect(stderr).toMatch(/No files were written\.\n$/);
  expect(treeOf(path.join(app, "app"))).toEqual(before);
});

test("of two apps one has to be named", async () => {
  await fs.outputJson(path.join(workspace, "apps/admin/package.json"), { dependencies: { next: "16" } });
  await fs.ensureDir(path.join(workspace, "apps/admin/src/app"));
  const { code, stderr } = await runTool(app, ["posts"], { cwd: workspace });
  expect(code).toBe(2);
  expect(stderr).toContain("--cwd apps/admin");
  const named = await runTool(app, ["posts", "--cwd", "apps/admin", "--dry-run"], { cwd: workspace });
  expect(named.stdout).toContain("In apps/admin:\n\n  create     src/app/api/posts/route.ts");
});
