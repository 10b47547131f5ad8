import { expect } from "vitest";
import {
  badBodies,
  json,
  noTitle,
  notAnObject,
  notFound,
  pageOf,
  refusals,
  type Exchange,
} from "./http-table.js";

/** Where nothing is refused, OPTIONS is answered by Next, which lists the methods by the alphabet. */
const everyMethod = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

/** Ids that a careless store or a careless path would stumble over. */
const awkwardIds = ["%E6%97%A5", "a%2Fb", "__proto__", "constructor", "%00", "%25"];

/** A collection whose item is replaced with PUT and has a HEAD of its own. */
export function replaceableItem(collection: string): Exchange[] {
  const item = `${collection}/{id}`;
  const invalid = (issues: string[]) => ({ error: "Invalid article", issues });
  const put = { method: "PUT", place: item, headers: json } as const;
  return [
    {
      says: "created; the id is the server's, other fields are dropped",
      method: "POST",
      place: collection,
      headers: json,
      body: '{"title":"Ä 日","id":"mine","admin":true}',
      status: 201,
      creates: true,
      answer: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown, title: "Ä 日" },
    },
    {
      says: "the list is not stale",
      method: "GET",
      place: collection,
      status: 200,
      answer: pageOf({ id: "{id}", title: "Ä 日" }),
    },
    ...refusals(collection, "GET, HEAD, POST, OPTIONS"),
    { says: "one item", method: "GET", place: item, status: 200, answer: { id: "{id}", title: "Ä 日" } },
    {
      says: "HEAD of an item",
      method: "HEAD",
      place: item,
      status: 200,
      answer: "empty",
      answerHeaders: { "Content-Type": "application/json" },
    },
    ...badBodies("PUT", item, invalid(notAnObject)),
    { says: "a field missing", ...put, body: "{}", status: 400, answer: invalid(noTitle) },
    { says: "replaced", ...put, body: '{"title":"Two"}', status: 200, answer: { id: "{id}", title: "Two" } },
    { says: "it is kept", method: "GET", place: item, status: 200, answer: { id: "{id}", title: "Two" } },
    ...refusals(item, "GET, HEAD, PUT, DELETE, OPTIONS"),
    { says: "deleted", method: "DELETE", place: item, status: 200, answer: { deleted: "{id}" } },
    ...["GET", "HEAD", "DELETE"].map((method) => notFound(method, item, "Article")),
    { ...notFound("PUT", item, "Article"), headers: json, body: '{"title":"Three"}' },
    { says: "an empty list", method: "GET", place: collection, status: 200, answer: pageOf() },
    ...awkwardIds.map((id) => notFound("GET", `${collection}/${id}`, "Article")),
  ];
}

/** A collection whose items are changed and deleted by the id in the body. */
export function idInBody(place: string): Exchange[] {
  const invalid = (issues: string[]) => ({ error: "Invalid bulk", issues });
  const noId = ["id: expected a non-empty string"];
  const methods = ["PUT", "PATCH", "DELETE"];
  const at = (method: string) => ({ method, place, headers: json });
  return [
    { says: "an empty list", method: "GET", place, status: 200, answer: pageOf() },
    { says: "created", ...at("POST"), body: '{"title":"One"}', status: 201, creates: true },
    {
      says: "the list is not stale",
      method: "GET",
      place,
      status: 200,
      answer: pageOf({ id: "{id}", title: "One" }),
    },
    { says: "HEAD", method: "HEAD", place, status: 200, answer: "empty" },
    ...badBodies("POST", place, invalid(notAnObject)),
    ...methods.flatMap((method) => [
      ...badBodies(method, place, invalid(noId)),
      ...['{"title":"Two"}', '{"id":"","title":"Two"}', '{"id":1,"title":"Two"}'].map((body) => ({
        says: `the id in ${body}`,
        ...at(method),
        body,
        status: 400,
        answer: invalid(noId),
      })),
      { ...notFound(method, place, "Bulk"), headers: json, body: '{"id":"none","title":"Two"}' },
    ]),
    ...["PUT", "PATCH"].map((method) => ({
      says: "an invalid change",
      ...at(method),
      body: '{"id":"{id}","title":""}',
      status: 400,
      answer: invalid(noTitle),
    })),
    ...["PUT", "PATCH"].map((method) => ({
      says: "changed",
      ...at(method),
      body: `{"id":"{id}","title":"By ${method}"}`,
      status: 200,
      answer: { id: "{id}", title: `By ${method}` },
    })),
    {
      says: "the change is kept",
      method: "GET",
      place,
      status: 200,
      answer: pageOf({ id: "{id}", title: "By PATCH" }),
    },
    ...refusals(place, everyMethod),
    { says: "deleted", ...at("DELETE"), body: '{"id":"{id}"}', status: 200, answer: { deleted: "{id}" } },
    { ...notFound("DELETE", place, "Bulk"), headers: json, body: '{"id":"{id}"}' },
    { says: "an empty list again", method: "GET", place, status: 200, answer: pageOf() },
  ];
}

/** A catch-all with a store: items under their paths. */
export function tree(place: string): Exchange[] {
  // Its segments stay escaped, so that one with a slash in it is not two.
  const id = "a/b%20c/%E6%97%A5";
  const item = `${place}/${id}`;
  const invalid = (issues: string[]) => ({ error: "Invalid file", issues });
  const at = (method: string) => ({ method, place: item, headers: json });
  const missing = [
    ...["GET", "HEAD", "DELETE"].map((method) => notFound(method, item, "File")),
    ...["PUT", "PATCH"].map((method) => ({
      ...notFound(method, item, "File"),
      headers: json,
      body: '{"title":"Two"}',
    })),
  ];
  const created = {
    ...at("POST"),
    body: '{"title":"One"}',
    status: 201,
    answer: { id, title: "One" },
    answerHeaders: { Location: item },
  };
  return [
    ...missing,
    { says: "created at its path", ...created },
    {
      says: "there is one already",
      ...at("POST"),
      body: '{"title":"Two"}',
      status: 409,
      answer: { error: "File already exists" },
      answerHeaders: { Location: null },
    },
    { says: "not overwritten", method: "GET", place: item, status: 200, answer: { id, title: "One" } },
    { says: "HEAD", method: "HEAD", place: item, status: 200, answer: "empty" },
    ...["POST", "PUT", "PATCH"].flatMap((method) => [
      ...badBodies(method, item, invalid(notAnObject)),
      {
        says: "a field of another type",
        ...at(method),
        body: '{"title":1}',
        status: 400,
        answer: invalid(noTitle),
      },
    ]),
    ...["PUT", "PATCH"].map((method) => ({
      says: "changed",
      ...at(method),
      body: `{"title":"By ${method}"}`,
      status: 200,
      answer: { id, title: `By ${method}` },
    })),
    {
      says: "the change is kept",
      method: "GET",
      place: item,
      status: 200,
      answer: { id, title: "By PATCH" },
    },
    ...refusals(item, everyMethod),
    { says: "a path above it is another one", method: "GET", place: `${place}/a`, status: 404 },
    { says: "deleted", method: "DELETE", place: item, status: 200, answer: { deleted: id } },
    ...missing,
    { says: "created once more", ...created },
    { says: "no path", method: "GET", place, status: 404 },
  ];
}
