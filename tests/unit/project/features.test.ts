import { expect, test } from "vitest";
import { featuresOf, nextFeatures, type FeatureName } from "../../../src/project/features.js";
import { parseVersion } from "../../../src/project/version.js";

/** What each Next.js does, as measured: with nothing switched on, and what `cacheComponents: true` adds. */
const measured: [version: string, features: FeatureName[], switchedOn: FeatureName[]][] = [
  ["13.2.0", ["lostOptions", "staticGet"], []],
  ["13.5.11", ["lostOptions", "staticGet"], []],
  ["14.2.35", ["staticGet"], []],
  ["15.0.0-canary.1", ["lateTreeErrors", "promiseParams"], []],
  ["15.5.29", ["lateTreeErrors", "promiseParams", "routeContext"], []],
  [
    "16.0.0",
    ["comparedUrls", "pagesBesideApp", "promiseParams", "proxyFile", "routeContext"],
    ["cacheComponents"],
  ],
  [
    "16.4.6",
    ["comparedUrls", "pagesBesideApp", "promiseParams", "proxyFile", "routeContext"],
    ["cacheComponents"],
  ],
  [
    "17.0.0",
    ["comparedUrls", "pagesBesideApp", "promiseParams", "proxyFile", "routeContext"],
    ["cacheComponents"],
  ],
  [
    "latest",
    ["comparedUrls", "pagesBesideApp", "promiseParams", "proxyFile", "routeContext"],
    ["cacheComponents"],
  ],
];

test.each(measured)("Next.js %s has %j, and with everything switched on %j too", (text, features, more) => {
  const version = parseVersion(text);
  expect([...featuresOf(version, { cacheComponents: false })].sort()).toEqual(features);
  expect([...featuresOf(version, { cacheComponents: true })].sort()).toEqual([...more, ...features].sort());
});

test("every feature tells some of the versions from others", () => {
  for (const name of Object.keys(nextFeatures) as FeatureName[]) {
    const having = measured.filter(([text]) =>
      featuresOf(parseVersion(text), { cacheComponents: true }).has(name),
    );
    expect(having.length, name).toBeGreaterThan(0);
    expect(having.length, name).toBeLessThan(measured.length);
  }
});
