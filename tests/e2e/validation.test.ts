import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeScratch, packTool, startApp, unpackTool } from "../../scripts/next-app.mjs";
import { validationNames, validationSetup } from "../../src/spec/validation.js";
import { pageOf } from "../support/http-table.js";
import { runTool } from "../support/run-tool.js";
import { appsOf, providerOf, stackApp } from "../support/stack-app.js";
import { typeCheck } from "../support/type-check.js";

const fields = "title:string,views:int?,status:draft|published,tags:string[]";

/** All methods of both, so that a PUT is among them. */
const whole = ["--crud", "-m", "GET,POST,PUT,PATCH,DELETE", "--fields", fields];

let scratch: string;
let tarball: string;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
});

afterAll(() => fs.remove(scratch));

/** The places that are told, without the words, which are the library's own. */
function placesIn(answer: unknown): string[] {
  const { issues } = answer as { issues: string[] };
  return [...new Set(issues.map((issue) => issue.split(": ")[0]!))].sort();
}

const post = { title: "One", status: "draft", tags: ["a"] };

/** The apps that have a library show it, and none is named; "none" is asked for in one of them. */
const apps = appsOf(validationNames).map((app) => ({ app, asked: [], hasSchemas: true }));
const withoutSchemas = { app: "zod", asked: ["--validate", "none"], hasSchemas: false };

test("every library has an app", () => {
  const libraries = validationNames.filter((name) => validationSetup(name));
  expect(new Set(apps.map(({ app }) => providerOf(app)))).toEqual(new Set(libraries));
});

describe.each([...apps, withoutSchemas])("in the app $app $asked", ({ app: name, asked, hasSchemas }) => {
  let app: string;
  let served: Awaited<ReturnType<typeof startApp>> | undefined;

  beforeAll(async () => {
    app = await stackApp(name);
    await unpackTool(app, tarball);
    await write("posts", ...whole);
    await write("users/[userId]/notes", "-m", "GET,POST,PATCH");
    await write("search", "-t", "search");
    await write("orders", "--data", "none");
    expect(await typeCheck(app)).toMatchObject({ code: 0, stdout: "" });
    served = await startApp(app, {}, { command: "dev", first: "/api/posts" });
  });

  afterAll(async () => {
    await served?.stop();
    await fs.remove(app);
  });

  async function write(...words: readonly string[]): Promise<void> {
    const said = await runTool(app, [...words, ...asked]);
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

  test("the library of the app is taken, or none", async () => {
    const { dependencies } = (await fs.readJson(path.join(app, "package.json"))) as { dependencies: object };
    const libraries = validationNames.flatMap((each) => validationSetup(each)?.package ?? []);
    const data = await fs.readFile(path.join(app, "app/api/posts/data.ts"), "utf8");
    expect(libraries.filter((library) => data.includes(`from "${library}"`))).toEqual(
      hasSchemas ? libraries.filter((library) => library in dependencies) : [],
    );
    // Named, it is the same one.
    if (hasSchemas) await write("posts", ...whole, "--force", "--validate", providerOf(name));
    expect(await fs.readFile(path.join(app, "app/api/posts/data.ts"), "utf8")).toBe(data);
  });

  test("what is right is stored, and what is wrong is told", async () => {
    const [status, made, headers] = await call("posts", "POST", { ...post, unknown: 1 });
    expect([status, made]).toEqual([201, { ...post, id: (made as { id: string }).id }]);
    const url = `posts/${(made as { id: string }).id}`;
    expect(headers.get("location")).toBe(`/api/${url}`);
    expect((await call(url)).slice(0, 2)).toEqual([200, made]);
    expect((await call(url, "PATCH", { views: 3 })).slice(0, 2)).toEqual([
      200,
      { ...(made as object), views: 3 },
    ]);
    expect((await call(url, "PATCH", {})).slice(0, 2)).toEqual([200, { ...(made as object), views: 3 }]);
    expect((await call("posts")).slice(0, 2)).toEqual([200, pageOf({ ...(made as object), views: 3 })]);

    // Nothing stays of what a whole new one leaves out.
    const next = { title: "Two", status: "published", tags: [] };
    expect((await call(url, "PUT", next)).slice(0, 2)).toEqual([200, { ...next, id: url.slice(6) }]);
    expect((await call(url)).slice(0, 2)).toEqual([200, { ...next, id: url.slice(6) }]);
    expect((await call(url, "PUT", { title: "Two" }))[0]).toBe(400);

    const wrong = { title: "", views: 1.5, status: "gone", tags: ["a", 1] };
    const [refused, told] = await call("posts", "POST", wrong);
    expect([refused, (told as { error: string }).error]).toEqual([400, "Invalid post"]);
    expect(placesIn(told).map((place) => place.split(".")[0])).toEqual(["status", "tags", "title", "views"]);
    expect((await call("posts", "POST", [])).slice(0, 2)[0]).toBe(400);
    expect((await call(url, "PATCH", { tags: "a" }))[0]).toBe(400);
    expect((await call(url, "PATCH", "{"))[1]).toEqual({ error: "Request body must be valid JSON" });

    // A library checks the ids as well; without one, any text could be an id.
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect((await call(`posts/${nobody}`))[0]).toBe(404);
    const [odd, oddTold] = await call("posts/nope");
    expect(odd).toBe(hasSchemas ? 400 : 404);
    if (hasSchemas) expect(placesIn(oddTold)).toEqual(["id"]);
    expect((await call(url, "DELETE"))[0]).toBe(200);
  });

  test("an id in a body, and a query", async () => {
    const url = "users/ada/notes";
    const [, made] = await call(url, "POST", { title: "One" });
    const { id } = made as { id: string };
    expect((await call(url, "PATCH", { id, title: "Two" }))[1]).toEqual({ id, userId: "ada", title: "Two" });
    expect(placesIn((await call(url, "PATCH", { title: "Two" }))[1])).toEqual(["id"]);

    const [found, page] = await call("search?q=FIRST&limit=1");
    expect([found, page]).toMatchObject([200, { page: 1, limit: 1, total: 1 }]);
    const [refused, told] = await call("search?page=0&limit=1000");
    expect([refused, (told as { error: string }).error]).toEqual([400, "Invalid query"]);
    expect(placesIn(told)).toEqual(["limit", "page"]);

    expect((await call("orders?page=x"))[0]).toBe(400);
    expect((await call("orders")).slice(0, 2)).toEqual([500, { error: "Internal server error" }]);
  });
});
