import { afterEach, describe, expect, it, vi } from "vitest";
import {
  deleteCountry,
  fetchCountry,
  isBrokenReference,
  isDuplicate,
  updateCountry,
} from "../data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("../data", { spy: true });
vi.mock("@/lib/db", () => ({ default: {} }));

const url = "http://localhost/api/countries/1";
const request = new Request(url);
const context = { params: Promise.resolve({ id: "1" }) };
const input = { code: "Fi", name: "First country" };
const changes = { code: "Ot" };
const country = { ...input, code: "1" };
const changed = { ...country, ...changes };
const failure = new Error("The work failed");

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/countries/[id]", () => {
  it("answers 200 with the country", async () => {
    vi.mocked(fetchCountry).mockResolvedValueOnce(country as never);

    const response = await GET(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(country);
    expect(fetchCountry).toHaveBeenCalledWith("1");
  });

  it("answers 404 where there is no such country", async () => {
    vi.mocked(fetchCountry).mockResolvedValueOnce(undefined as never);

    const response = await GET(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Country not found" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(fetchCountry).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "GET /api/countries/[id] failed:",
      failure,
    );
  });
});

describe("PATCH /api/countries/[id]", () => {
  function send(body: string) {
    return PATCH(new Request(url, { method: "PATCH", body }), context);
  }

  it("answers 200 with the changed country", async () => {
    vi.mocked(updateCountry).mockResolvedValueOnce(changed as never);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(changed);
    expect(updateCountry).toHaveBeenCalledWith("1", changes);
  });

  it("answers 400 to a body that is not JSON", async () => {
    const response = await send("{");

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Request body must be valid JSON",
    });
  });

  it("answers 400 to an invalid country", async () => {
    const response = await send(JSON.stringify({ ...input, code: 1 }));

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "Invalid country",
      issues: [expect.stringContaining("code")],
    });
  });

  it("answers 404 where there is no such country", async () => {
    vi.mocked(updateCountry).mockResolvedValueOnce(undefined as never);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Country not found" });
  });

  it("answers 409 where a unique value is taken", async () => {
    vi.mocked(updateCountry).mockRejectedValueOnce(failure);
    vi.mocked(isDuplicate).mockReturnValueOnce(true);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: "Country already exists" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(updateCountry).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(changes));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "PATCH /api/countries/[id] failed:",
      failure,
    );
  });
});

describe("DELETE /api/countries/[id]", () => {
  it("deletes the country", async () => {
    vi.mocked(deleteCountry).mockResolvedValueOnce(true);

    const response = await DELETE(request, context);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ deleted: "1" });
    expect(deleteCountry).toHaveBeenCalledWith("1");
  });

  it("answers 404 where there is no such country", async () => {
    vi.mocked(deleteCountry).mockResolvedValueOnce(false);

    const response = await DELETE(request, context);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Country not found" });
  });

  it("answers 409 where others refer to it", async () => {
    vi.mocked(deleteCountry).mockRejectedValueOnce(failure);
    vi.mocked(isBrokenReference).mockReturnValueOnce(true);

    const response = await DELETE(request, context);

    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: "Country is still in use" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(deleteCountry).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await DELETE(request, context);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith(
      "DELETE /api/countries/[id] failed:",
      failure,
    );
  });
});

describe("other methods of /api/countries/[id]", () => {
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
