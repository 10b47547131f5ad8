import { afterEach, describe, expect, it, vi } from "vitest";
import type { NewNote } from "./data";
import { createNote, fetchNotes } from "./data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("./data", { spy: true });

const url = "http://localhost/api/users/1/notes";
const request = new Request(url);
const context = { params: Promise.resolve({ userId: "1" }) };
const input: NewNote = {
  title: "First note",
  views: 1,
  publishedAt: new Date("2026-01-31T12:00:00Z"),
};
const note = {
  ...input,
  id: "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
  userId: "1",
};
const found = { items: [note], page: 1, limit: 20, total: 1 };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/users/[userId]/notes", () => {
  it("answers 200 with a page", async () => {
    vi.mocked(fetchNotes).mockResolvedValueOnce(found);

    const response = await GET(new Request(`${url}?page=1&limit=20`), context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(found));
    expect(fetchNotes).toHaveBeenCalledWith("1", { page: 1, limit: 20 });
  });

  it("answers 400 to a page that there cannot be", async () => {
    const response = await GET(new Request(`${url}?page=0`), context);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid query",
      issues: [expect.stringContaining("page")],
    });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(fetchNotes).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "GET /api/users/[userId]/notes failed:",
      failure,
    );
  });
});

describe("POST /api/users/[userId]/notes", () => {
  function send(body: string) {
    return POST(new Request(url, { method: "POST", body }), context);
  }

  it("answers 201 with the new note and its address", async () => {
    vi.mocked(createNote).mockResolvedValueOnce(note);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe(
      "/api/users/1/notes/3f2504e0-4f89-41d3-9a0c-0305e82c3302",
    );
    expect(await response.json()).toEqual(asJson(note));
    expect(createNote).toHaveBeenCalledWith("1", input);
  });

  it("answers 400 to a body that is not JSON", async () => {
    const response = await send("{");

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Request body must be valid JSON",
    });
  });

  it("answers 400 to an invalid note", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
      issues: [expect.stringContaining("title")],
    });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(createNote).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "POST /api/users/[userId]/notes failed:",
      failure,
    );
  });
});

describe("other methods of /api/users/[userId]/notes", () => {
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
