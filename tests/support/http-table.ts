import { expect } from "vitest";

/** One request and all that its answer has to be. `{id}` in the place stands for the id of an item made before. */
export interface Exchange {
  readonly says: string;
  readonly method: string;
  readonly place: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly allow?: string;
  /** The body as JSON, `"empty"`, or a check of it. */
  readonly answer?: unknown;
  /** The answer is an item that was created: its Location is followed and its id remembered. */
  readonly creates?: true;
}

const json = { "Content-Type": "application/json" };
const malformed = { error: "Request body must be valid JSON" };
const notAnObject = ["Expected a JSON object"];
const noTitle = ["title: expected a non-empty string"];

/** What a collection with its item answers, from the first request to the last. Source: the table in the README. */
export function collectionAndItem(collection: string, label: string): Exchange[] {
  const title = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const invalid = (issues: string[]) => ({ error: `Invalid ${label}`, issues });
  const item = `${collection}/{id}`;
  const allow = "GET, HEAD, POST, OPTIONS";
  const itemAllow = "GET, HEAD, PATCH, DELETE, OPTIONS";
  const post = { method: "POST", place: collection, headers: json } as const;
  const patch = { method: "PATCH", place: item, headers: json } as const;
  return [
    { says: "an empty list", method: "GET", place: collection, status: 200, answer: [] },
    { says: "created", ...post, body: '{"title":"One"}', status: 201, creates: true },
    {
      says: "the list is not stale",
      method: "GET",
      place: collection,
      status: 200,
      answer: [expect.objectContaining({ title: "One" })],
    },
    { says: "malformed JSON", ...post, body: '{"title":', status: 400, answer: malformed },
    { says: "an empty body", ...post, status: 400, answer: malformed },
    { says: "null", ...post, body: "null", status: 400, answer: invalid(notAnObject) },
    { says: "an array", ...post, body: "[]", status: 400, answer: invalid(notAnObject) },
    { says: "a field missing", ...post, body: "{}", status: 400, answer: invalid(noTitle) },
    { says: "a field of another type", ...post, body: '{"title":1}', status: 400, answer: invalid(noTitle) },
    {
      says: "another content type, but JSON",
      method: "POST",
      place: collection,
      headers: { "Content-Type": "text/plain" },
      body: '{"title":"Two"}',
      status: 201,
    },
    {
      says: "form data where JSON is read",
      method: "POST",
      place: collection,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "title=Three",
      status: 400,
      answer: malformed,
    },
    { says: "HEAD", method: "HEAD", place: collection, status: 200, answer: "empty" },
    { says: "OPTIONS", method: "OPTIONS", place: collection, status: 204, allow, answer: "empty" },
    ...["PUT", "PATCH", "DELETE"].map((method) => notAllowed(method, collection, allow)),
    {
      says: "one item",
      method: "GET",
      place: item,
      status: 200,
      answer: expect.objectContaining({ title: "One" }),
    },
    { says: "HEAD of an item", method: "HEAD", place: item, status: 200, answer: "empty" },
    { says: "malformed JSON", ...patch, body: "{", status: 400, answer: malformed },
    { says: "an invalid change", ...patch, body: '{"title":""}', status: 400, answer: invalid(noTitle) },
    { says: "an array for a change", ...patch, body: "[]", status: 400, answer: invalid(notAnObject) },
    {
      says: "changed",
      ...patch,
      body: '{"title":"Changed"}',
      status: 200,
      answer: expect.objectContaining({ title: "Changed" }),
    },
    {
      says: "the change is kept",
      method: "GET",
      place: item,
      status: 200,
      answer: expect.objectContaining({ title: "Changed" }),
    },
    {
      says: "OPTIONS of an item",
      method: "OPTIONS",
      place: item,
      status: 204,
      allow: itemAllow,
      answer: "empty",
    },
    ...["POST", "PUT"].map((method) => notAllowed(method, item, itemAllow)),
    { says: "deleted", method: "DELETE", place: item, status: 200, answer: { deleted: "{id}" } },
    ...["GET", "DELETE"].map((method) => notFound(method, item, title)),
    { ...notFound("PATCH", item, title), headers: json, body: "{}" },
  ];
}

/** What a catch-all without a store answers. */
export function catchAll(place: string, optional: boolean): Exchange[] {
  const allow = "GET, HEAD, OPTIONS";
  return [
    { says: "one segment", method: "GET", place: `${place}/a`, status: 200, answer: { path: ["a"] } },
    {
      says: "several segments, decoded",
      method: "GET",
      place: `${place}/a/b%20c/%E6%97%A5`,
      status: 200,
      answer: { path: ["a", "b c", "日"] },
    },
    optional
      ? { says: "no segment", method: "GET", place, status: 200, answer: { path: [] } }
      : { says: "no segment", method: "GET", place, status: 404 },
    { says: "HEAD", method: "HEAD", place: `${place}/a`, status: 200, answer: "empty" },
    { says: "OPTIONS", method: "OPTIONS", place: `${place}/a`, status: 204, allow, answer: "empty" },
    ...["POST", "PUT", "PATCH", "DELETE"].map((method) => notAllowed(method, `${place}/a`, allow)),
  ];
}

function notAllowed(method: string, place: string, allow: string): Exchange {
  const answer = { error: "Method not allowed" };
  return { says: `${method} is not offered`, method, place, status: 405, allow, answer };
}

function notFound(method: string, place: string, title: string): Exchange {
  return {
    says: `${method} of no such item`,
    method,
    place,
    status: 404,
    answer: { error: `${title} not found` },
  };
}

/**
 * Makes the requests in order against a running app and checks every answer.
 *
 * @returns one line for each request, as it went over the wire.
 */
export async function exchangeAll(url: string, exchanges: readonly Exchange[]): Promise<string[]> {
  const lines: string[] = [];
  let id = "";
  for (const { says, method, place, headers, body, status, allow, answer, creates } of exchanges) {
    const path = place.replace("{id}", id);
    const response = await fetch(`${url}${path}`, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
    });
    const text = await response.text();
    const at = `${method} ${path}: ${says}`;
    expect(response.status, `${at}\n${text}`).toBe(status);
    if (allow !== undefined) expect(response.headers.get("allow"), at).toBe(allow);
    if (answer === "empty") expect(text, at).toBe("");
    else if (answer !== undefined) {
      expect(response.headers.get("content-type"), at).toMatch(/^application\/json/);
      expect(JSON.parse(text), at).toEqual(withId(answer, id));
    }
    if (creates) {
      const created = JSON.parse(text) as { id: string };
      expect(response.headers.get("location"), at).toBe(`${path}/${created.id}`);
      id = created.id;
    }
    lines.push(`${method} ${place} ${String(response.status)} ${says}`);
  }
  return lines;
}

function withId(answer: unknown, id: string): unknown {
  return JSON.stringify(answer).includes('"{id}"') ? { deleted: id } : answer;
}
