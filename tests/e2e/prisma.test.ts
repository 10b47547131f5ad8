import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildApp,
  makeScratch,
  packTool,
  repository,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { runOrFail } from "../../scripts/run.mjs";
import { runTool } from "../support/run-tool.js";
import { addStackApp, stackApp } from "../support/stack-app.js";
import { runTests } from "../support/tested-app.js";
import { typeCheck } from "../support/type-check.js";

let scratch: string;
let app: string;
let tarball: string;
let served: Awaited<ReturnType<typeof startApp>> | undefined;

/** An app with a database of SQLite. */
beforeAll(async () => {
  scratch = await makeScratch();
  app = await stackApp("prisma");
  await makeClient(app);
  await runOrFail(process.execPath, ["prisma/create-tables.mjs"], { cwd: app });
  tarball = await packTool(scratch);
  await unpackTool(app, tarball);
  await write("posts", "-m", "GET,POST,PUT,PATCH,DELETE");
  await write("authors", "--validate", "none");
  await write("posts/[id]/comments");
  const built = await buildApp(app);
  expect(built.code, built.stdout + built.stderr).toBe(0);
  served = await startApp(app, { DATABASE_URL: `file:${path.join(app, "dev.db")}` });
});

afterAll(async () => {
  await served?.stop();
  await fs.remove(app);
  await fs.remove(scratch);
});

/** What `prisma generate` makes. It asks for the engine of migrations, which it would download, and does without any. */
async function makeClient(folder: string): Promise<void> {
  const prisma = path.join(app, "../node_modules/prisma/build/index.js");
  await runOrFail(process.execPath, [prisma, "generate"], {
    cwd: folder,
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
}

async function write(...args: string[]): Promise<void> {
  const said = await runTool(app, [...args, "--crud"]);
  expect(said.code, said.stdout + said.stderr).toBe(0);
  expect(said.stdout).toContain("of the Prisma schema");
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

async function madeAuthor(name: string): Promise<{ author: string; authorId: number }> {
  const author = await made("/api/authors", { name, email: `${name}@example.com` });
  return { author, authorId: Number(author.split("/").at(-1)) };
}

test("rows are made, found, changed and deleted in the database", async () => {
  const { authorId } = await madeAuthor("Ada");
  const publishedAt = "2026-01-31T12:00:00.000Z";
  const meta = { seen: [1, null] };
  const post = await made("/api/posts", { title: "First", slug: "first", authorId, publishedAt, meta });
  expect(await call("GET", post)).toMatchObject({
    status: 200,
    body: {
      title: "First",
      status: "DRAFT",
      isPinned: false,
      rating: 0,
      body: null,
      publishedAt,
      meta,
      authorId,
    },
  });
  const changed = await call("PATCH", post, { status: "PUBLISHED", publishedAt: null });
  expect(changed).toMatchObject({
    status: 200,
    body: { status: "PUBLISHED", publishedAt: null, slug: "first" },
  });
  expect((await call("PATCH", post, {})).status).toBe(200);
  expect((await call("DELETE", post)).status).toBe(200);
  for (const [method, body] of [["GET"], ["PATCH", {}], ["DELETE"]] as const)
    expect(await call(method, post, body)).toMatchObject({ status: 404, body: { error: "Post not found" } });
});

test("a list comes page by page, the newest first, and a page has its bounds", async () => {
  const { authorId } = await madeAuthor("Grace");
  for (const slug of ["one", "two", "three"]) await made("/api/posts", { title: slug, slug, authorId });
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
  const { author, authorId } = await madeAuthor("Edith");
  await made("/api/posts", { title: "Taken", slug: "taken", authorId });
  const free = await made("/api/posts", { title: "Free", slug: "free", authorId });
  const conflict = { status: 409, body: { error: "Post already exists" } };
  expect(await call("POST", "/api/posts", { title: "Again", slug: "taken", authorId })).toMatchObject(
    conflict,
  );
  expect(await call("PATCH", free, { slug: "taken" })).toMatchObject(conflict);
  expect(await call("PATCH", author, { email: "Ada@example.com" })).toMatchObject({ status: 409 });
});

test("a row refers to what is there, and what is referred to stays", async () => {
  const { author, authorId } = await madeAuthor("Alan");
  const dangling = { status: 409, body: { error: "Post refers to what does not exist" } };
  expect(await call("POST", "/api/posts", { title: "Lost", slug: "lost", authorId: 999 })).toMatchObject(
    dangling,
  );
  const post = await made("/api/posts", { title: "Kept", slug: "kept", authorId });
  expect(await call("PATCH", post, { authorId: 999 })).toMatchObject(dangling);
  expect(await call("DELETE", author)).toMatchObject({
    status: 409,
    body: { error: "Author is still in use" },
  });
  expect(await call("POST", "/api/posts/none/comments", { text: "Where?" })).toMatchObject({
    status: 404,
    body: { error: "Post not found" },
  });
});

test("what is not right is told, and an id of the wrong form too", async () => {
  const body = { title: "", slug: "wrong", status: "lost", meta: null, authorId: 3_000_000_000 };
  const wrong = await call("POST", "/api/posts", body);
  expect(wrong.status).toBe(400);
  expect(JSON.stringify(wrong.body["issues"])).toMatch(/title.*status.*meta.*authorId/);
  for (const id of ["first", "1.5", "-1", "99999999999"])
    expect((await call("GET", `/api/authors/${id}`)).status, id).toBe(400);
  expect((await call("GET", "/api/authors/999999")).status).toBe(404);
});

test("what is secret, and what JSON cannot hold, is in no answer, and no body sets it", async () => {
  const { authorId } = await madeAuthor("Barbara");
  const secret = { name: "Joan", email: "joan@example.com", passwordHash: "x" };
  const { body: author } = await call("POST", "/api/authors", secret);
  expect(Object.keys(author)).toEqual(["id", "name", "email"]);
  const post = await made("/api/posts", { title: "Seen", slug: "seen", authorId, views: 3 });
  expect((await call("GET", post)).body).not.toHaveProperty("views");
});

test("a PUT leaves nothing of what was there but what it sends", async () => {
  const { authorId } = await madeAuthor("Mary");
  const post = await made("/api/posts", {
    title: "First",
    slug: "whole",
    status: "PUBLISHED",
    isPinned: true,
    rating: 5,
    body: "Text",
    publishedAt: "2026-01-31T12:00:00.000Z",
    authorId,
  });
  expect(await call("PUT", post, { title: "Second", slug: "whole", authorId })).toMatchObject({
    status: 200,
    body: { title: "Second", status: "DRAFT", isPinned: false, rating: 0, body: null, publishedAt: null },
  });
  expect((await call("PUT", post, { title: "Second" })).status).toBe(400);
  expect((await call("PUT", "/api/posts/none", { title: "None", slug: "none", authorId })).status).toBe(404);
});

test("rows of one parent are not those of another", async () => {
  const { authorId } = await madeAuthor("Radia");
  const post = await made("/api/posts", { title: "With comments", slug: "with", authorId });
  const other = await made("/api/posts", { title: "Without", slug: "without", authorId });
  const comment = await made(`${post}/comments`, { text: "Well said" });
  expect(await call("GET", `${post}/comments`)).toMatchObject({
    body: { total: 1, items: [{ text: "Well said" }] },
  });
  expect(await call("GET", `${other}/comments`)).toMatchObject({ body: { total: 0, items: [] } });
  const elsewhere = comment.replace(post, other);
  expect((await call("GET", elsewhere)).status).toBe(404);
  expect((await call("PATCH", elsewhere, { text: "Mine" })).status).toBe(404);
  expect((await call("DELETE", elsewhere)).status).toBe(404);
  expect(await call("PATCH", comment, { text: "Better said" })).toMatchObject({
    body: { text: "Better said" },
  });
  expect((await call("DELETE", comment)).status).toBe(200);
});

test("nothing of this was an error to the server", () => {
  expect(served?.log()).not.toContain("failed:");
});

test("check keeps resources in the app's own tables, and tells what its own template does wrong there", async () => {
  expect((await runTool(app, ["eject", "resource/stores/prisma"])).code).toBe(0);
  expect((await runTool(app, ["check"])).code).toBe(0);
  const file = path.join(app, ".create-api-route/templates/resource/stores/prisma.ejs");
  await fs.writeFile(file, (await fs.readFile(file, "utf8")).replace(".findMany(", ".findEvery("));
  const { code, stderr } = await runTool(app, ["check"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^error \.create-api-route\/templates\/resource\/stores\/prisma\.ejs:\d+:\d+ .*findEvery/m,
  );
  expect(stderr).toMatch(/Written by `create-api-route author .*--data prisma/);
});

test("what is written for other databases compiles with the real types, under the strictest flags", async () => {
  const golden = path.join(repository, "tests/golden/prisma");
  const folder = path.join(app, "..", `golden-${String(process.pid)}`);
  try {
    await fs.copy(path.join(golden, "there"), folder);
    await fs.copy(path.join(golden, "expected"), folder);
    await makeClient(folder);
    expect(await typeCheck(folder)).toMatchObject({ code: 0, stdout: "" });
  } finally {
    await fs.remove(folder);
  }
});

test("beside zod, Clerk and Vitest, what is written passes its own tests and compiles", async () => {
  const home = await stackApp("prisma");
  try {
    for (const name of ["clerk", "vitest"]) await addStackApp(home, name);
    await makeClient(home);
    await unpackTool(home, tarball);
    const said = await runTool(home, ["posts", "--crud", "--auth", "--test"]);
    expect(said.code, said.stdout + said.stderr).toBe(0);
    const written = async (file: string) => fs.readFile(path.join(home, "app/api/posts", file), "utf8");
    expect(await written("data.ts")).toMatch(/from "zod";\nimport { prisma } from "@\/lib\/prisma"/);
    expect(await written("route.ts")).toContain("const { userId } = await auth();");
    expect(await typeCheck(home)).toMatchObject({ code: 0, stdout: "" });
    const tests = await runTests(home, "vitest");
    expect(tests.failed, tests.said).toBe(0);
    expect(tests.passed, tests.said).toBeGreaterThan(25);
  } finally {
    await fs.remove(home);
  }
});
