import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPost, fetchPosts } from "./data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("./data", { spy: true });

const url = "http://localhost/api/posts";
const headers = { Authorization: "Bearer secret" };
const request = new Request(url, { headers });
const input = { title: "First post" };
const post = { ...input, id: "1" };
const found = { items: [post], page: 1, limit: 20, total: 1 };
const failure = new Error("The work failed");

beforeEach(() => {
  vi.stubEnv("API_TOKEN", "secret");
});

afterEach(() => {
  vi.resetAllMocks();
  vi.unstubAllEnvs();
});

describe("GET /api/posts", () => {
  it("answers 200 with a page", async () => {
    vi.mocked(fetchPosts).mockResolvedValueOnce(found);

    const response = await GET(
      new Request(`${url}?page=1&limit=20`, { headers }),
    );

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(found);
    expect(fetchPosts).toHaveBeenCalledWith({ page: 1, limit: 20 });
  });

  it("answers 401 to a caller without a token", async () => {
    const response = await GET(new Request(url));

    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({ error: "Unauthorized" });
  });

  it("answers 401 to another token", async () => {
    const response = await GET(
      new Request(url, { headers: { Authorization: "Bearer other" } }),
    );

    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({ error: "Unauthorized" });
  });

  it("answers 400 to a page that there cannot be", async () => {
    const response = await GET(new Request(`${url}?page=0`, { headers }));

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
    return POST(new Request(url, { method: "POST", headers, body }));
  }

  it("answers 201 with the new post and its address", async () => {
    vi.mocked(createPost).mockResolvedValueOnce(post);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe("/api/posts/1");
    expect(await response.json()).toEqual(post);
    expect(createPost).toHaveBeenCalledWith(input);
  });

  it("answers 401 to a caller without a token", async () => {
    const response = await POST(new Request(url, { method: "POST" }));

    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(await response.json()).toEqual({ error: "Unauthorized" });
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
