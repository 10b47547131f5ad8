import { expect } from "vitest";

/**
 * One request and all that its answer has to be. In places, headers, bodies and answers `{id}` stands for the id of the
 * item that was made last, and `{cookie}` for the value of the cookie that was set last.
 */
export interface Exchange {
  readonly says: string;
  readonly method: string;
  readonly place: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as text/plain, form data as what it is, bytes without a content type; `headers` win. */
  readonly body?: string | Buffer | FormData;
  readonly status: number;
  readonly allow?: string;
  /** The body as JSON, `"empty"`, or a check of it. */
  readonly answer?: unknown;
  /** The body as plain text. */
  readonly text?: string;
  /** Headers of the answer, or checks of them; null for one that must not be there. */
  readonly answerHeaders?: Readonly<Record<string, unknown>>;
  /** A check of the one Set-Cookie. Answers without this must not set any. */
  readonly setCookie?: unknown;
  /** The answer is an item that was created: its Location is followed and its id remembered. */
  readonly creates?: true;
}

export const json = { "Content-Type": "application/json" };
export const malformed = { error: "Request body must be valid JSON" };
export const notAnObject = ["Expected a JSON object"];
export const noTitle = ["title: expected a non-empty string"];

/** The first page of a list that fits on it. */
export function pageOf(...items: readonly unknown[]): unknown {
  return { items, page: 1, limit: 20, total: items.length };
}

/** What a collection with its item answers, from the first request to the last. Source: the table in the README. */
export function collectionAndItem(collection: string, label: string): Exchange[] {
  const title = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const invalid = (issues: string[]) => ({ error: `Invalid ${label}`, issues });
  const item = `${collection}/{id}`;
  const post = { method: "POST", place: collection, headers: json } as const;
  const patch = { method: "PATCH", place: item, headers: json } as const;
  return [
    { says: "an empty list", method: "GET", place: collection, status: 200, answer: pageOf() },
    { says: "created", ...post, body: '{"title":"One"}', status: 201, creates: true },
    {
      says: "the list is not stale",
      method: "GET",
      place: collection,
      status: 200,
      answer: pageOf(expect.objectContaining({ title: "One" })),
    },
    {
      says: "the page behind the last item",
      method: "GET",
      place: `${collection}?page=2&limit=1`,
      status: 200,
      answer: { items: [], page: 2, limit: 1, total: 1 },
    },
    {
      says: "pages that there cannot be",
      method: "GET",
      place: `${collection}?page=0&limit=101`,
      status: 400,
      answer: {
        error: "Invalid query",
        issues: [expect.stringMatching(/^page: /), expect.stringMatching(/^limit: /)],
      },
    },
    ...badBodies("POST", collection, invalid(notAnObject)),
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
    { says: "HEAD", method: "HEAD", place: collection, status: 200, answer: "empty" },
    ...refusals(collection, "GET, HEAD, POST, OPTIONS"),
    {
      says: "one item",
      method: "GET",
      place: item,
      status: 200,
      answer: expect.objectContaining({ title: "One" }),
    },
    { says: "HEAD of an item", method: "HEAD", place: item, status: 200, answer: "empty" },
    ...badBodies("PATCH", item, invalid(notAnObject)),
    { says: "an invalid change", ...patch, body: '{"title":""}', status: 400, answer: invalid(noTitle) },
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
    ...refusals(item, "GET, HEAD, PATCH, DELETE, OPTIONS"),
    { says: "deleted", method: "DELETE", place: item, status: 200, answer: { deleted: "{id}" } },
    ...["GET", "DELETE"].map((method) => notFound(method, item, title)),
    { ...notFound("PATCH", item, title), headers: json, body: "{}" },
  ];
}

/** What a catch-all without a store answers. */
export function catchAll(place: string, optional: boolean): Exchange[] {
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
    ...refusals(`${place}/a`, "GET, HEAD, OPTIONS"),
  ];
}

/** What a method that reads JSON answers to what is not a JSON object; `invalid` if it is JSON at least. */
export function badBodies(method: string, place: string, invalid: unknown): Exchange[] {
  const at = { method, place, headers: json, status: 400 } as const;
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const issues = { ...at, answer: invalid };
  return [
    { says: "malformed JSON", ...at, body: '{"title":', answer: malformed },
    { says: "an empty body", ...at, answer: malformed },
    { says: "form data where JSON is read", ...at, headers: form, body: "title=One", answer: malformed },
    { says: "null", ...issues, body: "null" },
    { says: "an array", ...issues, body: '[{"title":"One"}]' },
    { says: "a text", ...issues, body: '"One"' },
    { says: "a number without a content type", ...issues, headers: {}, body: Buffer.from("1") },
  ];
}

/** What a route answers to OPTIONS and to every method that it does not offer. `allow` is the whole list. */
export function refusals(place: string, allow: string): Exchange[] {
  const offered = allow.split(", ");
  const refused = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].filter(
    (method) => !offered.includes(method),
  );
  return [
    { says: "OPTIONS", method: "OPTIONS", place, status: 204, allow, answer: "empty" },
    ...refused.map((method) => notAllowed(method, place, allow)),
    { says: "a method that Next does not know", method: "PROPFIND", place, status: 400, answer: "empty" },
  ];
}

function notAllowed(method: string, place: string, allow: string): Exchange {
  const answer = method === "HEAD" ? "empty" : { error: "Method not allowed" };
  return { says: `${method} is not offered`, method, place, status: 405, allow, answer };
}

/** `title` is what the route calls an item, with a capital. */
export function notFound(method: string, place: string, title: string): Exchange {
  return {
    says: `${method} of no such item`,
    method,
    place,
    status: 404,
    answer: method === "HEAD" ? "empty" : { error: `${title} not found` },
  };
}

/** The same requests with more headers. */
export function withHeaders(
  headers: Readonly<Record<string, string>>,
  exchanges: readonly Exchange[],
): Exchange[] {
  return exchanges.map((exchange) => ({ ...exchange, headers: { ...exchange.headers, ...headers } }));
}

/** What no client may read: a stack, the text of an error, a file of the server. */
const serverText = /Error:|^ +at \S|node_modules|[\\/]\.next[\\/]|\.[jt]sx?:\d|file:\/\//m;

/**
 * Makes the requests in order against a running app and checks every answer.
 *
 * @returns one line for each request, as it went over the wire.
 */
export async function exchangeAll(url: string, exchanges: readonly Exchange[]): Promise<string[]> {
  const lines: string[] = [];
  const known = { id: "", cookie: "" };
  for (const exchange of exchanges) {
    const { says, method, place, headers, body, status, allow, text, creates } = exchange;
    const path = filled(place, known) as string;
    const response = await fetch(`${url}${path}`, {
      method,
      ...(headers ? { headers: filled(headers, known) as Record<string, string> } : {}),
      ...(body === undefined ? {} : { body: filled(body, known) as typeof body }),
      redirect: "manual",
    });
    const answered = await response.text();
    const at = `${method} ${path}: ${says}`;
    expect(response.status, `${at}\n${answered}`).toBe(status);
    expect(answered, at).not.toMatch(serverText);
    if (allow !== undefined) expect(response.headers.get("allow"), at).toBe(allow);
    for (const [name, value] of Object.entries(exchange.answerHeaders ?? {})) {
      expect(response.headers.get(name), `${at}\n${name}`).toEqual(filled(value, known));
    }

    const set = response.headers.getSetCookie();
    expect(set, at).toEqual(exchange.setCookie === undefined ? [] : [exchange.setCookie]);
    known.cookie = /^[^=]+=([^;]*)/.exec(set[0] ?? "")?.[1] ?? known.cookie;

    const answer = filled(exchange.answer, known);
    if (answer === "empty") expect(answered, at).toBe("");
    else if (answer !== undefined) {
      expect(response.headers.get("content-type"), at).toMatch(/^application\/json/);
      expect(JSON.parse(answered), at).toEqual(answer);
    }
    if (text !== undefined) {
      expect(response.headers.get("content-type"), at).toMatch(/^text\/plain; *charset=utf-8$/i);
      expect(answered, at).toBe(text);
    }
    if (creates) {
      const created = JSON.parse(answered) as { id: string };
      expect(response.headers.get("location"), at).toBe(`${path}/${created.id}`);
      known.id = created.id;
    }
    lines.push(`${method} ${place} ${String(response.status)} ${says}`);
  }
  return lines;
}

/** Puts what is known by now into every text of a value; leaves alone what is not plain data. */
function filled(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return value.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((part) => filled(part, known));
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, known)]));
}
