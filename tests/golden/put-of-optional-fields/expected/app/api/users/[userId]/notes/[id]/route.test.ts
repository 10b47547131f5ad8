import { afterEach, describe, expect, it, vi } from "vitest";
import type { NewNote } from "../data";
import { deleteNote, fetchNote, replaceNote, updateNote } from "../data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("../data", { spy: true });

const url =
  "http://localhost/api/users/1/notes/3f2504e0-4f89-41d3-9a0c-0305e82c3302";
const request = new Request(url);
const context = {
  params: Promise.resolve({
    userId: "1",
    id: "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
  }),
};
const wrongContext = { params: Promise.resolve({ userId: "1", id: "none" }) };
const input: NewNote = {
  title: "First note",
  views: 1,
  publishedAt: new Date("2026-01-31T12:00:00Z"),
};
const changes: Partial<NewNote> = { title: "Other note" };
const note = {
  ...input,
  id: "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
  userId: "1",
};
const changed = { ...note, ...changes };
const failure = new Error("The work failed");

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/users/[userId]/notes/[id]", () => {
  it("answers 200 with the note", async () => {
    vi.mocked(fetchNote).mockResolvedValueOnce(note);

    const response = await GET(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(note));
    expect(fetchNote).toHaveBeenCalledWith(
      "1",
      "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
    );
  });

  it("answers 400 to a key that no note can have", async () => {
    const response = await GET(request, wrongContext);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 404 where there is no such note", async () => {
    vi.mocked(fetchNote).mockResolvedValueOnce(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Note not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(fetchNote).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "GET /api/users/[userId]/notes/[id] failed:",
      failure,
    );
  });
});

describe("PUT /api/users/[userId]/notes/[id]", () => {
  function send(body: string) {
    return PUT(new Request(url, { method: "PUT", body }), context);
  }

  it("answers 200 with the changed note", async () => {
    vi.mocked(replaceNote).mockResolvedValueOnce(changed);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(changed));
    expect(replaceNote).toHaveBeenCalledWith(
      "1",
      "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
      { ...input, ...changes },
    );
  });

  it("answers 400 to a key that no note can have", async () => {
    const response = await PUT(
      new Request(url, { method: "PUT" }),
      wrongContext,
    );

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
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

  it("answers 400 to an invalid note", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
      issues: [expect.stringContaining("title")],
    });
  });

  it("answers 404 where there is no such note", async () => {
    vi.mocked(replaceNote).mockResolvedValueOnce(undefined);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Note not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(replaceNote).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify({ ...input, ...changes }));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "PUT /api/users/[userId]/notes/[id] failed:",
      failure,
    );
  });
});

describe("PATCH /api/users/[userId]/notes/[id]", () => {
  function send(body: string) {
    return PATCH(new Request(url, { method: "PATCH", body }), context);
  }

  it("answers 200 with the changed note", async () => {
    vi.mocked(updateNote).mockResolvedValueOnce(changed);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(asJson(changed));
    expect(updateNote).toHaveBeenCalledWith(
      "1",
      "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
      changes,
    );
  });

  it("answers 400 to a key that no note can have", async () => {
    const response = await PATCH(
      new Request(url, { method: "PATCH" }),
      wrongContext,
    );

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
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

  it("answers 400 to an invalid note", async () => {
    const response = await send(JSON.stringify({ ...input, title: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
      issues: [expect.stringContaining("title")],
    });
  });

  it("answers 404 where there is no such note", async () => {
    vi.mocked(updateNote).mockResolvedValueOnce(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Note not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(updateNote).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "PATCH /api/users/[userId]/notes/[id] failed:",
      failure,
    );
  });
});

describe("DELETE /api/users/[userId]/notes/[id]", () => {
  it("deletes the note", async () => {
    vi.mocked(deleteNote).mockResolvedValueOnce(true);

    const response = await DELETE(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      deleted: "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
    });
    expect(deleteNote).toHaveBeenCalledWith(
      "1",
      "3f2504e0-4f89-41d3-9a0c-0305e82c3302",
    );
  });

  it("answers 400 to a key that no note can have", async () => {
    const response = await DELETE(request, wrongContext);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid note",
      issues: [expect.stringContaining("id")],
    });
  });

  it("answers 404 where there is no such note", async () => {
    vi.mocked(deleteNote).mockResolvedValueOnce(false);

    const response = await DELETE(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Note not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(deleteNote).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await DELETE(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "DELETE /api/users/[userId]/notes/[id] failed:",
      failure,
    );
  });
});

describe("other methods of /api/users/[userId]/notes/[id]", () => {
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
