import { afterEach, describe, expect, it, vi } from "vitest";
import type { NewPost } from "./data";
import { createPost, fetchPosts } from "./data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("./data", { spy: true });

const url = "http://localhost/api/posts";
const request = new Request(url);
const input: NewPost = {
  title: "First post",
  views: 1,
  publishedAt: new Date("2026-01-31T12:00:00Z"),
};
const post = { ...input, id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" };
const found = { items: [post], page: 1, limit: 20, total: 1 };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/posts", () => {
  it("answers 200 with a page", async () => {
    vi.mocked(fetchPosts).mockResolvedValueOnce(found);

    const response = await GET(new Request(`${url}?page=1&limit=20`));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(found));
    expect(fetchPosts).toHaveBeenCalledWith({ page: 1, limit: 20 });
  });

  it("answers 400 to a page that there cannot be", async () => {
    const response = await GET(new Request(`${url}?page=0`));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid query",
      issues: [expect.stringContaining("page")],
    });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(fetchPosts).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("GET /api/posts failed:", failure);
  });
});

describe("POST /api/posts", () => {
  function send(body: string) {
    return POST(new Request(url, { method: "POST", body }));
  }

  it("answers 201 with the new post and its address", async () => {
    vi.mocked(createPost).mockResolvedValueOnce(post);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe(
      "/api/posts/3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    );
    expect(await response.json()).toEqual(asJson(post));
    expect(createPost).toHaveBeenCalledWith(input);
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

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(createPost).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("POST /api/posts failed:", failure);
  });
});

describe("other methods of /api/posts", () => {
  it("answers PUT, PATCH, DELETE with 405", async () => {
    for (const handler of [PUT, PATCH, DELETE]) {
      const response = handler();

      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
      expect(await response.json()).toEqual({ error: "Method not allowed" });
    }
  });

  it("answers OPTIONS with 204 and the methods that there are", () => {
    const response = OPTIONS();

    expect(response.status).toBe(204);
    expect(response.headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(response.body).toBeNull();
  });
});
