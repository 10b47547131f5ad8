import { expect, test } from "vitest";
import { allowLists } from "../../../src/edit/allow-lists.js";
import type { Method } from "../../../src/spec/methods.js";
import { edited } from "../../support/edited.js";
import { routeFile } from "../../support/route-there.js";

test.each<[before: string, adds: Method[], after: string]>([
  ['x({ Allow: "GET, HEAD" });', ["POST"], 'x({ Allow: "GET, HEAD, POST" });'],
  ['x({ "Allow": "POST, OPTIONS" });', ["GET"], 'x({ "Allow": "GET, HEAD, POST, OPTIONS" });'],
  [
    "x({ headers: { allow: 'GET,POST' } })",
    ["PUT", "DELETE"],
    "x({ headers: { allow: 'GET,POST, PUT, DELETE' } })",
  ],
  ["new Headers({ ALLOW: `DELETE` })", ["PUT"], "new Headers({ ALLOW: `PUT, DELETE` })"],
  [
    "const h = { allow: 'GET' }; x({ headers: h })",
    ["PUT"],
    "const h = { allow: 'GET, PUT' }; x({ headers: h })",
  ],
  ["const headers = { allow: 'GET' };", ["PUT"], "const headers = { allow: 'GET, PUT' };"],
  ["h.Allow = 'GET'; h['Allow'] = 'GET'", ["PUT"], "h.Allow = 'GET, PUT'; h['Allow'] = 'GET, PUT'"],
  [
    "const A = 'Allow'; h.set(A, 'GET'); x({ [A]: 'GET' })",
    ["PUT"],
    "const A = 'Allow'; h.set(A, 'GET, PUT'); x({ [A]: 'GET, PUT' })",
  ],
  // What is allowed to whom is no header, and neither is what is taken out of something.
  [
    "const acl = { anonymous: { allow: 'GET, POST' } };",
    ["PUT"],
    "const acl = { anonymous: { allow: 'GET, POST' } };",
  ],
  [
    "const { allow, deny } = rules(); const { Allow = 'GET' } = x;",
    ["PUT"],
    "const { allow, deny } = rules(); const { Allow = 'GET' } = x;",
  ],
  ['x({ Allow: "POST, GET" });', ["HEAD"], 'x({ Allow: "POST, GET, HEAD" });'],
  ['x({ Allow: "GET, POST" });', ["POST"], 'x({ Allow: "GET, POST" });'],
  ['headers.set("Allow", "GET");', ["PATCH"], 'headers.set("Allow", "GET, PATCH");'],
  ["res.headers.append('allow', 'GET')", ["PATCH"], "res.headers.append('allow', 'GET, PATCH')"],
  ['new Headers([["Allow", "GET"]]);', ["PATCH"], 'new Headers([["Allow", "GET, PATCH"]]);'],
  ['const list = "GET"; x({ Allow: list });', ["PUT"], 'const list = "GET, PUT"; x({ Allow: list });'],
  ["x({ Allow: ['GET', 'PUT'].join() })", ["POST"], "x({ Allow: ['GET', 'POST', 'PUT'].join() })"],
  [
    'const all = ["GET"] as const; x({ Allow: all.join(", ") });',
    ["PUT"],
    'const all = ["GET", "PUT"] as const; x({ Allow: all.join(", ") });',
  ],
  // One list in two headers grows once.
  [
    'const l = "GET"; x({ Allow: l }); y({ Allow: l });',
    ["PUT"],
    'const l = "GET, PUT"; x({ Allow: l }); y({ Allow: l });',
  ],
  // Other headers are none of ours.
  ['x({ "Access-Control-Allow-Methods": "GET" });', ["PUT"], 'x({ "Access-Control-Allow-Methods": "GET" });'],
  [
    'x("Allow: GET", { allowed: "GET" }); // Allow: "GET"',
    ["PUT"],
    'x("Allow: GET", { allowed: "GET" }); // Allow: "GET"',
  ],
])("%s with %j: %s", (before, adds, after) => {
  const file = routeFile(before);
  const { edits, hasUnread } = allowLists(file, adds);
  expect([edited(file, edits), hasUnread]).toEqual([after, false]);
});

test.each([
  "x({ Allow: list() })",
  "x({ Allow: `${a}, GET` })",
  "x({ Allow: imported })",
  "x({ Allow: all.join() })",
  'x({ Allow: "" })',
  // Which of the two it is depends on where it stands.
  'function f() { const l = "GET"; return { Allow: l }; } function g() { const l = "POST"; return l; }',
])("%s: the list is not written out, and that is said", (text) => {
  expect(allowLists(routeFile(text), ["PUT"])).toEqual({ edits: [], hasUnread: true });
});
