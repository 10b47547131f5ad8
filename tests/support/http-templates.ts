import { expect } from "vitest";
import { badBodies, json, notAnObject, refusals, type Exchange } from "./http-table.js";

const anUuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** `--template basic` with GET only. */
export function basicGet(place: string): Exchange[] {
  return [
    { says: "read", method: "GET", place, status: 200, answer: { message: "Hello, world!" } },
    { says: "HEAD", method: "HEAD", place, status: 200, answer: "empty" },
    ...refusals(place, "GET, HEAD, OPTIONS"),
  ];
}

/** `--template basic` with GET, POST and DELETE. */
export function basicEcho(place: string): Exchange[] {
  const post = { method: "POST", place, headers: json, status: 200 } as const;
  return [
    { says: "read", method: "GET", place, status: 200, answer: { message: "Hello, world!" } },
    { says: "a body", ...post, body: '{"a":[1,"日"]}', answer: { received: { a: [1, "日"] } } },
    { says: "an empty object", ...post, body: "{}", answer: { received: {} } },
    ...badBodies("POST", place, { error: "Invalid body", issues: notAnObject }),
    { says: "deleted", method: "DELETE", place, status: 204, answer: "empty" },
    ...refusals(place, "GET, HEAD, POST, DELETE, OPTIONS"),
  ];
}

/** `--template text` with GET only, at a place that greets `name`. */
export function textGet(place: string, name: string): Exchange[] {
  return [
    { says: "read", method: "GET", place, status: 200, text: `Hello, ${name}!\n` },
    { says: "HEAD", method: "HEAD", place, status: 200, answer: "empty" },
    ...refusals(place, "GET, HEAD, OPTIONS"),
  ];
}

/** `--template text` with GET and POST. */
export function textEcho(place: string): Exchange[] {
  const post = { method: "POST", place } as const;
  return [
    { says: "a text", ...post, body: "Grüße, 日\n", status: 200, text: "Grüße, 日\n" },
    { says: "JSON is a text too", ...post, headers: json, body: "{", status: 200, text: "{" },
    { says: "an empty body", ...post, status: 400, answer: { error: "Request body must not be empty" } },
    ...refusals(place, "GET, HEAD, POST, OPTIONS"),
  ];
}

/** `--template search`; `label` is what the route calls an item. */
export function search(place: string, label: string): Exchange[] {
  const [first, second] = [
    { id: "1", title: `First ${label}` },
    { id: "2", title: `Second ${label}` },
  ];
  const page = "page: expected a whole number from 1 to 10000";
  const limit = "limit: expected a whole number from 1 to 100";
  const found = (query: string, answer: object): Exchange => ({
    says: "found",
    method: "GET",
    place: `${place}${query}`,
    status: 200,
    answer,
    answerHeaders: { "X-Request-Id": anUuid },
  });
  const bad = (query: string, ...issues: string[]): Exchange => ({
    says: "a bad number",
    method: "GET",
    place: `${place}?${query}`,
    status: 400,
    answer: { error: "Invalid query", issues },
  });
  return [
    found("", { items: [first, second], page: 1, limit: 20, total: 2 }),
    found("?q=FIRST", { items: [first], page: 1, limit: 20, total: 1 }),
    found(`?q=First+${label}`, { items: [first], page: 1, limit: 20, total: 1 }),
    found("?q=%E6%97%A5", { items: [], page: 1, limit: 20, total: 0 }),
    found("?q=%E0%A4%A", { items: [], page: 1, limit: 20, total: 0 }),
    found("?page=2&limit=1", { items: [second], page: 2, limit: 1, total: 2 }),
    found("?page=10000&limit=100", { items: [], page: 10000, limit: 100, total: 2 }),
    ...["0", "-1", "1.5", "1e1", "abc", "", "%20", "10001", "99999999999999999999", "NaN"].map((value) =>
      bad(`page=${value}`, page),
    ),
    ...["0", "-1", "1e9", "", "101", "Infinity", "%E4%BA%8C"].map((value) => bad(`limit=${value}`, limit)),
    bad("page=x&limit=y", page, limit),
    {
      says: "the caller's request id",
      method: "GET",
      place,
      headers: { "X-Request-Id": "caller-1" },
      status: 200,
      answerHeaders: { "X-Request-Id": "caller-1" },
    },
    {
      says: "an empty request id",
      method: "GET",
      place,
      headers: { "X-Request-Id": "" },
      status: 200,
      answerHeaders: { "X-Request-Id": anUuid },
    },
    {
      says: "a request id beyond ASCII",
      method: "GET",
      place,
      headers: { "X-Request-Id": "caf\u00e9" },
      status: 200,
    },
    { says: "HEAD", method: "HEAD", place: `${place}?q=first`, status: 200, answer: "empty" },
    {
      says: "HEAD with a bad number",
      method: "HEAD",
      place: `${place}?page=0`,
      status: 400,
      answer: "empty",
    },
    ...refusals(place, "GET, HEAD, OPTIONS"),
  ];
}

const megabytes = 1024 * 1024;

/** Form data with a name and a file of so many bytes; undefined for a part that is left out. */
export function formOf(name: string | undefined, bytes: number | undefined, fileName = "a.txt"): FormData {
  const form = new FormData();
  if (name !== undefined) form.append("name", name);
  if (bytes !== undefined) form.append("file", new Blob([Buffer.alloc(bytes, "x")]), fileName);
  return form;
}

/** `--template form`. */
export function upload(place: string): Exchange[] {
  const post = { method: "POST", place } as const;
  const notAForm = { status: 400, answer: { error: "Request body must be form data" } };
  const noName = { status: 400, answer: { error: "Name is required" } };
  const noFile = { status: 400, answer: { error: "File is required" } };
  const named = (says: string, size: number, name = "a.txt"): Exchange => ({
    says,
    ...post,
    body: formOf("Me", size, name),
    status: 201,
    answer: { name: "Me", file: { name, size } },
  });
  const multipart = { "Content-Type": "multipart/form-data; boundary=x" };
  const urlEncoded = { "Content-Type": "application/x-www-form-urlencoded" };
  const nameIsAFile = formOf(undefined, 1);
  nameIsAFile.append("name", new Blob(["Me"]), "me.txt");
  const fileIsAText = formOf("Me", undefined);
  fileIsAText.append("file", "a.txt");
  return [
    named("a file", 3),
    named("a file name beyond ASCII", 3, "Grüße 日.txt"),
    named("a file of just 5 MB", 5 * megabytes),
    {
      says: "a file of one byte more",
      ...post,
      body: formOf("Me", 5 * megabytes + 1),
      status: 413,
      answer: { error: "File is larger than 5 MB" },
    },
    {
      says: "a file far too large",
      ...post,
      body: formOf("Me", 12 * megabytes),
      status: 413,
      answer: { error: "File is larger than 5 MB" },
    },
    { says: "no name", ...post, body: formOf(undefined, 3), ...noName },
    { says: "an empty name", ...post, body: formOf("", 3), ...noName },
    { says: "a file for a name", ...post, body: nameIsAFile, ...noName },
    { says: "no file", ...post, body: formOf("Me", undefined), ...noFile },
    { says: "an empty file", ...post, body: formOf("Me", 0), ...noFile },
    { says: "a text for a file", ...post, body: fileIsAText, ...noFile },
    { says: "a form without files", ...post, headers: urlEncoded, body: "name=Me&file=a.txt", ...noFile },
    { says: "no form at all", ...post, headers: urlEncoded, body: "", ...noName },
    { says: "JSON", ...post, headers: json, body: '{"name":"Me"}', ...notAForm },
    { says: "a text", ...post, body: "name=Me", ...notAForm },
    { says: "bytes without a content type", ...post, body: Buffer.from("name=Me"), ...notAForm },
    { says: "an empty body", ...post, ...notAForm },
    { says: "an empty body that calls itself a form", ...post, headers: multipart, ...notAForm },
    { says: "a form that is none", ...post, headers: multipart, body: "name=Me", ...notAForm },
    {
      says: "a form that breaks off",
      ...post,
      headers: multipart,
      body: '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nMe',
      ...notAForm,
    },
    {
      says: "a form without its boundary",
      ...post,
      headers: { "Content-Type": "multipart/form-data" },
      body: "--x--",
      ...notAForm,
    },
    ...refusals(place, "POST, OPTIONS"),
  ];
}

/** A cookie that only the server reads, for the whole site, over https only, and not from other sites' forms. */
const sessionCookie: unknown = expect.stringMatching(
  /^session=[0-9a-f-]{36}(?=.*; *Path=\/(;|$))(?=.*; *HttpOnly(;|$))(?=.*; *Secure(;|$))(?=.*; *SameSite=lax(;|$))/i,
);
const expiredCookie: unknown = expect.stringMatching(/^session=; *Path=\/; *Expires=Thu, 01 Jan 1970/i);

/** `--template cookies`. */
export function session(place: string): Exchange[] {
  const none = { method: "GET", place, status: 404, answer: { error: "No session" } } as const;
  const held = { Cookie: "other=1; session={cookie}" };
  return [
    { says: "no cookie", ...none },
    { says: "another cookie", ...none, headers: { Cookie: "other=1" } },
    { says: "set", method: "POST", place, status: 201, answer: { ok: true }, setCookie: sessionCookie },
    { says: "read back", method: "GET", place, headers: held, status: 200, answer: { session: "{cookie}" } },
    { says: "HEAD", method: "HEAD", place, headers: held, status: 200, answer: "empty" },
    { says: "HEAD without it", method: "HEAD", place, status: 404, answer: "empty" },
    {
      says: "set anew",
      method: "POST",
      place,
      headers: held,
      status: 201,
      answer: { ok: true },
      setCookie: sessionCookie,
    },
    {
      says: "deleted",
      method: "DELETE",
      place,
      headers: held,
      status: 200,
      answer: { ok: true },
      setCookie: expiredCookie,
    },
    ...refusals(place, "GET, HEAD, POST, DELETE, OPTIONS"),
  ];
}
