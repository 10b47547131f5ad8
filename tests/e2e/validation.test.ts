import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildApp,
  copyApp,
  installedApp,
  makeScratch,
  packTool,
  repository,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { validationNames, validationSetup } from "../../src/spec/validation.js";
import { runTool } from "../support/run-tool.js";
import { pageOf } from "../support/http-table.js";

const fields = "title:string,views:int?,status:draft|published,tags:string[]";
/** A copy of each package that the libraries need, at the version that the repository is locked to. */
const packages = ["zod", "valibot", "arktype", "@ark/schema", "@ark/util", "arkregex"];

let scratch: string;
let app: string;
let served: Awaited<ReturnType<typeof startApp>> | undefined;

/** One app with every library: `/api/<library>/posts`, `/api/<library>/users/[userId]/notes` and a search for each. */
beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(await installedApp("example"), `run-${String(process.pid)}`);
  await copyApp("example", app);
  await fs.remove(path.join(app, "package-lock.json"));
  const manifest = (await fs.readJson(path.join(app, "package.json"))) as { dependencies: object };
  const own = (await fs.readJson(path.join(repository, "package.json"))) as { devDependencies: object };
  const versions = Object.fromEntries(
    Object.entries(own.devDependencies).filter(([name]) => packages.includes(name)),
  );
  await fs.writeJson(path.join(app, "package.json"), {
    ...manifest,
    dependencies: { ...manifest.dependencies, ...versions },
  });
  for (const name of packages)
    await fs.copy(path.join(repository, "node_modules", name), path.join(app, "node_modules", name));
  await unpackTool(app, await packTool(scratch));
  for (const name of validationNames) {
    await write([`${name}/posts`, "--crud", "--fields", fields, "--validate", name]);
    await write([`${name}/users/[userId]/notes`, "-m", "GET,POST,PATCH", "--validate", name]);
    await write([`${name}/search`, "-t", "search", "--validate", name]);
    await write([`${name}/orders`, "--data", "none", "--validate", name]);
  }
  // The first of the app's own, as none is named.
  await write(["posts", "--fields", "title"]);
  const built = await buildApp(app);
  expect(built.code, built.stdout + built.stderr).toBe(0);
  served = await startApp(app, {});
});

afterAll(async () => {
  await served?.stop();
  await fs.remove(app);
  await fs.remove(scratch);
});

async function write(words: readonly string[]): Promise<void> {
  const said = await runTool(app, [...words]);
  expect(said.code, said.stdout + said.stderr).toBe(0);
}

async function call(url: string, method = "GET", body?: unknown): Promise<[number, unknown, Headers]> {
  if (!served) throw new Error("The app is not served.");
  const answer = await fetch(`${served.url}/api/${url}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return [answer.status, text === "" ? undefined : JSON.parse(text), answer.headers];
}

/** The places that are told, without the words, which are the library's own. */
function placesIn(answer: unknown): string[] {
  const { issues } = answer as { issues: string[] };
  return [...new Set(issues.map((issue) => issue.split(": ")[0]!))].sort();
}

const post = { title: "One", status: "draft", tags: ["a"] };

test("the library of the app is taken where none is named", async () => {
  expect(await fs.readFile(path.join(app, "app/api/posts/data.ts"), "utf8")).toContain('from "zod"');
});

test.each(validationNames)("%s: what is right is stored, and what is wrong is told", async (name) => {
  const [status, made, headers] = await call(`${name}/posts`, "POST", { ...post, unknown: 1 });
  expect([status, made]).toEqual([201, { ...post, id: (made as { id: string }).id }]);
  const url = `${name}/posts/${(made as { id: string }).id}`;
  expect(headers.get("location")).toBe(`/api/${url}`);
  expect((await call(url)).slice(0, 2)).toEqual([200, made]);
  expect((await call(url, "PATCH", { views: 3 })).slice(0, 2)).toEqual([
    200,
    { ...(made as object), views: 3 },
  ]);
  expect((await call(url, "PATCH", {})).slice(0, 2)).toEqual([200, { ...(made as object), views: 3 }]);
  expect((await call(`${name}/posts`)).slice(0, 2)).toEqual([200, pageOf({ ...(made as object), views: 3 })]);

  const wrong = { title: "", views: 1.5, status: "gone", tags: ["a", 1] };
  const [refused, told] = await call(`${name}/posts`, "POST", wrong);
  expect([refused, (told as { error: string }).error]).toEqual([400, "Invalid post"]);
  expect(placesIn(told).map((place) => place.split(".")[0])).toEqual(["status", "tags", "title", "views"]);
  expect((await call(`${name}/posts`, "POST", [])).slice(0, 2)[0]).toBe(400);
  expect((await call(url, "PATCH", { tags: "a" }))[0]).toBe(400);
  expect((await call(url, "PATCH", "{"))[1]).toEqual({ error: "Request body must be valid JSON" });

  // A library checks the ids as well; without one, any text could be an id.
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect((await call(`${name}/posts/${nobody}`))[0]).toBe(404);
  const [odd, oddTold] = await call(`${name}/posts/nope`);
  expect(odd).toBe(validationSetup(name) ? 400 : 404);
  if (validationSetup(name)) expect(placesIn(oddTold)).toEqual(["id"]);
  expect((await call(url, "DELETE"))[0]).toBe(200);
});

test.each(validationNames)("%s: an id in a body, and a query", async (name) => {
  const url = `${name}/users/ada/notes`;
  const [, made] = await call(url, "POST", { title: "One" });
  const { id } = made as { id: string };
  expect((await call(url, "PATCH", { id, title: "Two" }))[1]).toEqual({ id, userId: "ada", title: "Two" });
  expect(placesIn((await call(url, "PATCH", { title: "Two" }))[1])).toEqual(["id"]);

  const [found, page] = await call(`${name}/search?q=FIRST&limit=1`);
  expect([found, page]).toMatchObject([200, { page: 1, limit: 1, total: 1 }]);
  const [refused, told] = await call(`${name}/search?page=0&limit=1000`);
  expect([refused, (told as { error: string }).error]).toEqual([400, "Invalid query"]);
  expect(placesIn(told)).toEqual(["limit", "page"]);

  expect((await call(`${name}/orders?page=x`))[0]).toBe(400);
  expect((await call(`${name}/orders`)).slice(0, 2)).toEqual([500, { error: "Internal server error" }]);
});
