import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildApp,
  makeScratch,
  packTool,
  repository,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { runTool } from "../support/run-tool.js";
import { stackApp } from "../support/stack-app.js";
import { typeCheck } from "../support/type-check.js";

let scratch: string;
let app: string;
let served: Awaited<ReturnType<typeof startApp>> | undefined;

/** An app with a database of SQLite. */
beforeAll(async () => {
  scratch = await makeScratch();
  app = await stackApp("drizzle");
  await unpackTool(app, await packTool(scratch));
  await write("posts", "-m", "GET,POST,PUT,PATCH,DELETE");
  await write("users", "--validate", "none");
  await write("posts/[id]/comments");
  const built = await buildApp(app);
  expect(built.code, built.stdout + built.stderr).toBe(0);
  served = await startApp(app, { DATABASE_URL: `file:${path.join(app, "test.db")}` });
});

afterAll(async () => {
  await served?.stop();
  await fs.remove(app);
  await fs.remove(scratch);
});

async function write(...args: string[]): Promise<void> {
  const said = await runTool(app, [...args, "--crud"]);
  expect(said.code, said.stdout + said.stderr).toBe(0);
  expect(said.stdout).toContain("of db/schema.ts");
}

async function call(method: string, url: string, body?: object) {
  if (!served) throw new Error("The app is not served.");
  const answer = await fetch(served.url + url, { method, body: body ? JSON.stringify(body) : null });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, answer };
}

async function made(url: string, body: object): Promise<string> {
  const { status, answer } = await call("POST", url, body);
  expect(status, served?.log()).toBe(201);
  return answer.headers.get("Location") ?? "";
}

test("rows are made, found, changed and deleted in the database", async () => {
  const publishedAt = "2026-01-31T12:00:00.000Z";
  const post = await made("/api/posts", { title: "First", slug: "first", tags: ["a"], publishedAt });
  expect(await call("GET", post)).toMatchObject({
    status: 200,
    body: { title: "First", status: "draft", isPinned: false, tags: ["a"], publishedAt, rating: null },
  });
  const changed = await call("PATCH", post, { status: "published", publishedAt: null });
  expect(changed).toMatchObject({
    status: 200,
    body: { status: "published", publishedAt: null, slug: "first" },
  });
  expect(await call("PATCH", post, {})).toMatchObject({ status: 200, body: changed.body });
  expect((await call("DELETE", post)).status).toBe(200);
  expect((await call("GET", post)).status).toBe(404);
  expect((await call("PATCH", post, {})).status).toBe(404);
  expect((await call("DELETE", post)).status).toBe(404);
});

test("a list comes page by page, the newest first, and a page has its bounds", async () => {
  for (const slug of ["one", "two", "three"]) await made("/api/posts", { title: slug, slug });
  const { status, body } = await call("GET", "/api/posts?limit=2");
  expect(status).toBe(200);
  expect(body).toMatchObject({ page: 1, limit: 2, total: 3, items: [{ slug: "three" }, { slug: "two" }] });
  expect(await call("GET", "/api/posts?limit=2&page=2")).toMatchObject({
    body: { items: [{ slug: "one" }] },
  });
  for (const query of ["limit=101", "page=0", "limit=x"])
    expect((await call("GET", `/api/posts?${query}`)).status, query).toBe(400);
});

test("a value that is taken is a conflict, whether it is made or changed", async () => {
  await made("/api/posts", { title: "Taken", slug: "taken" });
  const free = await made("/api/posts", { title: "Free", slug: "free" });
  const conflict = { status: 409, body: { error: "Post already exists" } };
  expect(await call("POST", "/api/posts", { title: "Again", slug: "taken" })).toMatchObject(conflict);
  expect(await call("PATCH", free, { slug: "taken" })).toMatchObject(conflict);
});

test("what is not right is told, and an id of the wrong form too", async () => {
  const wrong = await call("POST", "/api/posts", { title: "", slug: "wrong", status: "lost" });
  expect(wrong.status).toBe(400);
  expect(JSON.stringify(wrong.body["issues"])).toMatch(/title.*status/);
  expect((await call("GET", "/api/users/first")).status).toBe(400);
  expect((await call("GET", "/api/users/999999")).status).toBe(404);
});

test("a secret is in no answer, and no body sets it", async () => {
  const user = await made("/api/users", { email: "ada@example.com", passwordHash: "x" });
  expect(user).toMatch(/^\/api\/users\/\d+$/);
  const { body } = await call("GET", user);
  expect(Object.keys(body)).toEqual(["id", "email", "name", "role", "createdAt"]);
});

test("rows of one parent are not those of another", async () => {
  const post = await made("/api/posts", { title: "With comments", slug: "with" });
  const other = await made("/api/posts", { title: "Without", slug: "without" });
  const comment = await made(`${post}/comments`, { body: "Well said" });
  expect(await call("GET", `${post}/comments`)).toMatchObject({
    body: { total: 1, items: [{ body: "Well said" }] },
  });
  expect(await call("GET", `${other}/comments`)).toMatchObject({ body: { total: 0, items: [] } });
  const elsewhere = comment.replace(post, other);
  expect((await call("GET", elsewhere)).status).toBe(404);
  expect((await call("PATCH", elsewhere, { body: "Mine" })).status).toBe(404);
  expect((await call("DELETE", elsewhere)).status).toBe(404);
  expect(await call("PATCH", comment, { body: "Better said" })).toMatchObject({
    body: { body: "Better said" },
  });
  // Not the row that a looser reading of it would find.
  for (const id of ["0x1", "1.0", "1e0", "%201"])
    expect((await call("DELETE", `${post}/comments/${id}`)).status, id).toBe(400);
  expect((await call("DELETE", comment)).status).toBe(200);
});

test("a PUT leaves nothing of what was there but what it sends", async () => {
  const post = await made("/api/posts", {
    title: "First",
    slug: "whole",
    status: "published",
    isPinned: true,
    tags: ["a"],
    publishedAt: "2026-01-31T12:00:00.000Z",
    rating: 5,
  });
  expect(await call("PUT", post, { title: "Second", slug: "whole" })).toMatchObject({
    status: 200,
    body: { title: "Second", status: "draft", isPinned: false, tags: null, publishedAt: null, rating: null },
  });
  expect((await call("PUT", post, { title: "Second" })).status).toBe(400);
  expect((await call("PUT", "/api/posts/none", { title: "None", slug: "none" })).status).toBe(404);
});

describe("what is written for the databases that need a server", () => {
  const golden = path.join(repository, "tests/golden");

  test.each(["drizzle-mysql", "drizzle-pg"])("%s compiles with the real types", async (name) => {
    const folder = path.join(app, "..", `${name}-${String(process.pid)}`);
    try {
      await fs.copy(path.join(golden, name, "there"), folder);
      await fs.copy(path.join(golden, name, "expected"), folder);
      const config = (await fs.readJson(
        path.join(repository, "tests/apps/stack/drizzle/tsconfig.json"),
      )) as object;
      await fs.writeJson(path.join(folder, "tsconfig.json"), { ...config, include: ["**/*.ts"] });
      expect(await typeCheck(folder)).toMatchObject({ code: 0, stdout: "" });
    } finally {
      await fs.remove(folder);
    }
  });
});
