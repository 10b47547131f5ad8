import { jwtVerify } from "jose";
import { cookies } from "next/headers";
import { deletePost, fetchPost, updatePost } from "../data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

jest.mock("../data", () => ({
  ...jest.requireActual<object>("../data"),
  fetchPost: jest.fn(),
  updatePost: jest.fn(),
  deletePost: jest.fn(),
}));
jest.mock("next/headers", () => ({ cookies: jest.fn() }));
jest.mock("jose", () => ({ jwtVerify: jest.fn() }));

const url = "http://localhost/api/posts/1";
const request = new Request(url);
const context = { params: Promise.resolve({ id: "1" }) };
const caller = { get: () => ({ value: "signed" }) };
const stranger = { get: () => undefined };
const verified = { payload: { userId: "1" } };
const input = { title: "First post" };
const changes = { title: "Other post" };
const post = { ...input, id: "1" };
const changed = { ...post, ...changes };
const failure = new Error("The work failed");

Object.assign(process.env, {
  SESSION_SECRET: "a secret of 32 bytes for the tests",
});

beforeEach(() => {
  jest.mocked(cookies).mockResolvedValue(caller as never);
  jest.mocked(jwtVerify).mockResolvedValue(verified as never);
});

afterEach(() => {
  jest.resetAllMocks();
  jest.restoreAllMocks();
});

describe("GET /api/posts/[id]", () => {
  it("answers 200 with the post", async () => {
    jest.mocked(fetchPost).mockResolvedValueOnce(post);

    const response = await GET(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(post);
    expect(fetchPost).toHaveBeenCalledWith("1");
  });

  it("answers 401 to a stranger", async () => {
    jest.mocked(cookies).mockResolvedValueOnce(stranger as never);

    const response = await GET(request, context);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "Unauthorized" });
  });

  it("answers 404 where there is no such post", async () => {
    jest.mocked(fetchPost).mockResolvedValueOnce(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    jest.mocked(fetchPost).mockRejectedValueOnce(failure);
    const log = jest.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("GET /api/posts/[id] failed:", failure);
  });
});

describe("PATCH /api/posts/[id]", () => {
  function send(body: string) {
    return PATCH(new Request(url, { method: "PATCH", body }), context);
  }

  it("answers 200 with the changed post", async () => {
    jest.mocked(updatePost).mockResolvedValueOnce(changed);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(changed);
    expect(updatePost).toHaveBeenCalledWith("1", changes);
  });

  it("answers 401 to a stranger", async () => {
    jest.mocked(cookies).mockResolvedValueOnce(stranger as never);

    const response = await PATCH(
      new Request(url, { method: "PATCH" }),
      context,
    );

    expect(response.status).toBe(401);
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

  it("answers 404 where there is no such post", async () => {
    jest.mocked(updatePost).mockResolvedValueOnce(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    jest.mocked(updatePost).mockRejectedValueOnce(failure);
    const log = jest.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("PATCH /api/posts/[id] failed:", failure);
  });
});

describe("DELETE /api/posts/[id]", () => {
  it("deletes the post", async () => {
    jest.mocked(deletePost).mockResolvedValueOnce(true);

    const response = await DELETE(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ deleted: "1" });
    expect(deletePost).toHaveBeenCalledWith("1");
  });

  it("answers 401 to a stranger", async () => {
    jest.mocked(cookies).mockResolvedValueOnce(stranger as never);

    const response = await DELETE(request, context);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "Unauthorized" });
  });

  it("answers 404 where there is no such post", async () => {
    jest.mocked(deletePost).mockResolvedValueOnce(false);

    const response = await DELETE(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Post not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    jest.mocked(deletePost).mockRejectedValueOnce(failure);
    const log = jest.spyOn(console, "error").mockReturnValue(undefined);

    const response = await DELETE(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("DELETE /api/posts/[id] failed:", failure);
  });
});

describe("other methods of /api/posts/[id]", () => {
  it("answers POST, PUT with 405", async () => {
    for (const handler of [POST, PUT]) {
      const response = handler();

      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe(
        "GET, HEAD, PATCH, DELETE, OPTIONS",
      );
      expect(await response.json()).toEqual({ error: "Method not allowed" });
    }
  });

  it("answers OPTIONS with 204 and the methods that there are", () => {
    const response = OPTIONS();

    expect(response.status).toBe(204);
    expect(response.headers.get("Allow")).toBe(
      "GET, HEAD, PATCH, DELETE, OPTIONS",
    );
    expect(response.body).toBeNull();
  });
});
