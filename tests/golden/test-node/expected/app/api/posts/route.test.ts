import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import type { NewPost, Post } from "./data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

const url = "http://localhost/api/posts";
const request = new Request(url);
const input: NewPost = {
  title: "First post",
  status: "draft",
  due: new Date("2026-01-31T12:00:00Z"),
};
const post = { ...input, id: "1" };
const found = { items: [post], page: 1, limit: 20, total: 1 };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

// The sample store of ./data: what the handlers find, and what fails.
const key = Symbol.for("/api/posts");
const shared = globalThis as typeof globalThis & {
  [key]?: Map<string, Post>;
};
const store = shared[key] ?? new Map<string, Post>();

function fails() {
  throw failure;
}

afterEach(() => {
  mock.restoreAll();
  store.clear();
});

describe("GET /api/posts", () => {
  it("answers 200 with a page", async () => {
    store.set("1", post);

    const response = await GET(new Request(`${url}?page=1&limit=20`));

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), asJson(found));
  });

  it("answers 400 to a page that there cannot be", async () => {
    const response = await GET(new Request(`${url}?page=0`));

    assert.equal(response.status, 400);
    assert.match(await response.text(), /Invalid query.*page/);
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    mock.method(store, "values", fails);
    const log = mock.method(console, "error", () => undefined);

    const response = await GET(request);

    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: "Internal server error" });
    assert.deepEqual(log.mock.calls[0]?.arguments, [
      "GET /api/posts failed:",
      failure,
    ]);
  });
});

describe("POST /api/posts", () => {
  function send(body: string) {
    return POST(new Request(url, { method: "POST", body }));
  }

  it("answers 201 with the new post and its address", async () => {
    const response = await send(JSON.stringify(input));

    assert.equal(response.status, 201);
    const created = await response.json();
    assert.equal(response.headers.get("Location"), `/api/posts/${created.id}`);
    assert.deepEqual(asJson(store.get(created.id)), created);
    assert.deepEqual(created, asJson({ ...input, id: created.id }));
  });

  it("answers 400 to a body that is not JSON", async () => {
    const response = await send("{");

    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), {
      error: "Request body must be valid JSON",
    });
  });

  it("answers 400 to an invalid post", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    assert.equal(response.status, 400);
    assert.match(await response.text(), /Invalid post.*title/);
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    mock.method(store, "set", fails);
    const log = mock.method(console, "error", () => undefined);

    const response = await send(JSON.stringify(input));

    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: "Internal server error" });
    assert.deepEqual(log.mock.calls[0]?.arguments, [
      "POST /api/posts failed:",
      failure,
    ]);
  });
});

describe("other methods of /api/posts", () => {
  it("answers PUT, PATCH, DELETE with 405", async () => {
    for (const handler of [PUT, PATCH, DELETE]) {
      const response = handler();

      assert.equal(response.status, 405);
      assert.equal(response.headers.get("Allow"), "GET, HEAD, POST, OPTIONS");
      assert.deepEqual(await response.json(), { error: "Method not allowed" });
    }
  });

  it("answers OPTIONS with 204 and the methods that there are", () => {
    const response = OPTIONS();

    assert.equal(response.status, 204);
    assert.equal(response.headers.get("Allow"), "GET, HEAD, POST, OPTIONS");
    assert.equal(response.body, null);
  });
});
