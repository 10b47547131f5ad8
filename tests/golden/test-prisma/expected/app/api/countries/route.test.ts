import { afterEach, describe, expect, it, vi } from "vitest";
import { createCountry, fetchCountries, isDuplicate } from "./data";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "./route";

vi.mock("./data", { spy: true });
vi.mock("@/lib/db", () => ({ default: {} }));

const url = "http://localhost/api/countries";
const request = new Request(url);
const input = { code: "Fi", name: "First country" };
const country = { ...input, code: "1/2" };
const found = { items: [country], page: 1, limit: 20, total: 1 };
const failure = new Error("The work failed");

afterEach(() => {
  vi.resetAllMocks();
});

describe("GET /api/countries", () => {
  it("answers 200 with a page", async () => {
    vi.mocked(fetchCountries).mockResolvedValueOnce(found as never);

    const response = await GET(new Request(`${url}?page=1&limit=20`));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(found);
    expect(fetchCountries).toHaveBeenCalledWith({ page: 1, limit: 20 });
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
    vi.mocked(fetchCountries).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await GET(request);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("GET /api/countries failed:", failure);
  });
});

describe("POST /api/countries", () => {
  function send(body: string) {
    return POST(new Request(url, { method: "POST", body }));
  }

  it("answers 201 with the new country and its address", async () => {
    vi.mocked(createCountry).mockResolvedValueOnce(country as never);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe("/api/countries/1%2F2");
    expect(await response.json()).toEqual(country);
    expect(createCountry).toHaveBeenCalledWith(input);
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

  it("answers 409 where a unique value is taken", async () => {
    vi.mocked(createCountry).mockRejectedValueOnce(failure);
    vi.mocked(isDuplicate).mockReturnValueOnce(true);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: "Country already exists" });
  });

  it("answers 500 to a failure, which it logs and keeps to itself", async () => {
    vi.mocked(createCountry).mockRejectedValueOnce(failure);
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);

    const response = await send(JSON.stringify(input));

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Internal server error" });
    expect(log).toHaveBeenCalledWith("POST /api/countries failed:", failure);
  });
});

describe("other methods of /api/countries", () => {
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
