import { afterEach, describe, expect, it, vi } from "vitest";
import type { NewPost } from "../data";
import { deletePost, fetchPost, replacePost, updatePost } from "../data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("../data", { spy: true });

const url = "http://localhost/api/posts/3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const request = new Request(url);
const context = {
  params: Promise.resolve({ id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" }),
};
const wrongContext = { params: Promise.resolve({ id: "none" }) };
const input: NewPost = {
  title: "First post",
  views: 1,
  publishedAt: new Date("2026-01-31T12:00:00Z"),
};
const changes: Partial<NewPost> = { title: "Other post" };
const post = { ...input, id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" };
const changed = { ...post, ...changes };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/posts/[id]", () => {
  it("answers 200 with the post", async () => {
    vi.mocked(fetchPost).mockResolvedValueOnce(post);

    const response = await GET(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(post));
    expect(fetchPost).toHaveBeenCalledWith(
      "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    );
  });

  it("answers 400 to a key that no post can have", async () => {
    const response = await GET(request, wrongContext);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 404 where there is no such post", async () => {
    vi.mocked(fetchPost).mockResolvedValueOnce(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(fetchPost).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("GET /api/posts/[id] failed:", failure);
  });
});

describe("PUT /api/posts/[id]", () => {
  function send(body: string) {
    return PUT(new Request(url, { method: "PUT", body }), context);
  }

  it("answers 200 with the changed post", async () => {
    vi.mocked(replacePost).mockResolvedValueOnce(changed);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(changed));
    expect(replacePost).toHaveBeenCalledWith(
      "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
      { ...input, ...changes },
    );
  });

  it("answers 400 to a key that no post can have", async () => {
    const response = await PUT(
      new Request(url, { method: "PUT" }),
      wrongContext,
    );

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 400 to a body that is not JSON", async () => {
    const response = await send("{");

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Request body must be valid JSON",
    });
  });

  it("answers 400 to an invalid post", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("title")],
    });
  });

  it("answers 404 where there is no such post", async () => {
    vi.mocked(replacePost).mockResolvedValueOnce(undefined);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(replacePost).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("PUT /api/posts/[id] failed:", failure);
  });
});

describe("PATCH /api/posts/[id]", () => {
  function send(body: string) {
    return PATCH(new Request(url, { method: "PATCH", body }), context);
  }

  it("answers 200 with the changed post", async () => {
    vi.mocked(updatePost).mockResolvedValueOnce(changed);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(changed));
    expect(updatePost).toHaveBeenCalledWith(
      "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
      changes,
    );
  });

  it("answers 400 to a key that no post can have", async () => {
    const response = await PATCH(
      new Request(url, { method: "PATCH" }),
      wrongContext,
    );

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 400 to a body that is not JSON", async () => {
    const response = await send("{");

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Request body must be valid JSON",
    });
  });

  it("answers 400 to an invalid post", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("title")],
    });
  });

  it("answers 404 where there is no such post", async () => {
    vi.mocked(updatePost).mockResolvedValueOnce(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(updatePost).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("PATCH /api/posts/[id] failed:", failure);
  });
});

describe("DELETE /api/posts/[id]", () => {
  it("deletes the post", async () => {
    vi.mocked(deletePost).mockResolvedValueOnce(true);

    const response = await DELETE(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      deleted: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    });
    expect(deletePost).toHaveBeenCalledWith(
      "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    );
  });

  it("answers 400 to a key that no post can have", async () => {
    const response = await DELETE(request, wrongContext);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid post",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 404 where there is no such post", async () => {
    vi.mocked(deletePost).mockResolvedValueOnce(false);

    const response = await DELETE(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(deletePost).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await DELETE(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("DELETE /api/posts/[id] failed:", failure);
  });
});

describe("other methods of /api/posts/[id]", () => {
  it("answers POST with 405", async () => {
    const response = POST();

    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(
      "GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
    );
    expect(await response.json()).toEqual({ error: "Method not allowed" });
  });

  it("answers OPTIONS with 204 and the methods that there are", () => {
    const response = OPTIONS();

    expect(response.status).toBe(204);
    expect(response.headers.get("Allow")).toBe(
      "GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
    );
    expect(response.body).toBeNull();
  });
});
