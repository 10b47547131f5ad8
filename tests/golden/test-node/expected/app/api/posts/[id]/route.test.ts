import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import type { NewPost, Post } from "../data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

const url = "http://localhost/api/posts/1";
const request = new Request(url);
const context = { params: Promise.resolve({ id: "1" }) };
const input: NewPost = {
  title: "First post",
  status: "draft",
  due: new Date("2026-01-31T12:00:00Z"),
};
const changes: Partial<NewPost> = { title: "Other post" };
const post = { ...input, id: "1" };
const changed = { ...post, ...changes };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

// The sample store of ../data: what the handlers find, and what fails.
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

describe("GET /api/posts/[id]", () => {
  it("answers 200 with the post", async () => {
    store.set("1", post);

    const response = await GET(request, context);

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), asJson(post));
  });

  it("answers 404 where there is no such post", async () => {
    const response = await GET(request, context);

    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), { error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    mock.method(store, "get", fails);
    const log = mock.method(console, "error", () => undefined);

    const response = await GET(request, context);

    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: "Internal server error" });
    assert.deepEqual(log.mock.calls[0]?.arguments, [
      "GET /api/posts/[id] failed:",
      failure,
    ]);
  });
});

describe("PATCH /api/posts/[id]", () => {
  function send(body: string) {
    return PATCH(new Request(url, { method: "PATCH", body }), context);
  }

  it("answers 200 with the changed post", async () => {
    store.set("1", post);

    const response = await send(JSON.stringify(changes));

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), asJson(changed));
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

  it("answers 404 where there is no such post", async () => {
    const response = await send(JSON.stringify(changes));

    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), { error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    mock.method(store, "get", fails);
    const log = mock.method(console, "error", () => undefined);

    const response = await send(JSON.stringify(changes));

    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: "Internal server error" });
    assert.deepEqual(log.mock.calls[0]?.arguments, [
      "PATCH /api/posts/[id] failed:",
      failure,
    ]);
  });
});

describe("DELETE /api/posts/[id]", () => {
  it("deletes the post", async () => {
    store.set("1", post);

    const response = await DELETE(request, context);

    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { deleted: "1" });
    assert.equal(store.has("1"), false);
  });

  it("answers 404 where there is no such post", async () => {
    const response = await DELETE(request, context);

    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), { error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    mock.method(store, "delete", fails);
    const log = mock.method(console, "error", () => undefined);

    const response = await DELETE(request, context);

    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: "Internal server error" });
    assert.deepEqual(log.mock.calls[0]?.arguments, [
      "DELETE /api/posts/[id] failed:",
      failure,
    ]);
  });
});

describe("other methods of /api/posts/[id]", () => {
  it("answers POST, PUT with 405", async () => {
    for (const handler of [POST, PUT]) {
      const response = handler();

      assert.equal(response.status, 405);
      assert.equal(
        response.headers.get("Allow"),
        "GET, HEAD, PATCH, DELETE, OPTIONS",
      );
      assert.deepEqual(await response.json(), { error: "Method not allowed" });
    }
  });

  it("answers OPTIONS with 204 and the methods that there are", () => {
    const response = OPTIONS();

    assert.equal(response.status, 204);
    assert.equal(
      response.headers.get("Allow"),
      "GET, HEAD, PATCH, DELETE, OPTIONS",
    );
    assert.equal(response.body, null);
  });
});
