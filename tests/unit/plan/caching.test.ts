import { expect, test } from "vitest";
import { cachingOf } from "../../../src/plan/caching.js";
import { projectOf } from "../../support/pipeline.js";

const on14 = projectOf("14.2.35").features;
const on15 = projectOf("15.5.28").features;
const withCacheComponents = projectOf("16.4.5", { cacheComponents: true }).features;

const lonelyGet = { hasGet: true, getReadsRequest: false, exported: ["GET"], isExported: false } as const;

test.each([
  [on14, { dynamic: "force-dynamic", waits: false }],
  [on15, { dynamic: undefined, waits: false }],
  [withCacheComponents, { dynamic: undefined, waits: true }],
])(
  "a GET alone that reads nothing of the request is kept from being frozen, by what %j has",
  (features, expected) => {
    expect(cachingOf({ ...lonelyGet, features })).toEqual(expected);
  },
);

test.each([
  ["there is no GET", { hasGet: false, exported: ["HEAD"] }],
  ["the GET reads the request", { getReadsRequest: true }],
  ["another method makes it dynamic", { exported: ["GET", "POST"] }],
  ["so does our own OPTIONS", { exported: ["GET", "OPTIONS"] }],
] as const)("nothing is needed where %s", (_why, facts) => {
  for (const features of [on14, on15, withCacheComponents]) {
    expect(cachingOf({ ...lonelyGet, ...facts, features })).toEqual({ dynamic: undefined, waits: false });
  }
});

test("HEAD does not make a GET dynamic", () => {
  expect(cachingOf({ ...lonelyGet, exported: ["GET", "HEAD"], features: on14 }).dynamic).toBe(
    "force-dynamic",
  );
});

test.each([[on14], [on15]])("in a static export, a GET is made at build, by what %j has", (features) => {
  const exported = { ...lonelyGet, features, isExported: true };
  expect(cachingOf(exported)).toEqual({ dynamic: "force-static", waits: false });
  expect(cachingOf({ ...exported, hasGet: false }).dynamic).toBeUndefined();
});
