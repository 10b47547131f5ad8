import fc from "fast-check";
import { expect, test } from "vitest";
import { atLeast, parseVersion } from "../../../src/project/version.js";

test.each([
  ["16.4.6", [16, 4, 6]],
  ["^14.2.35", [14, 2, 35]],
  ["~15", [15, 0, 0]],
  ["15.x", [15, 0, 0]],
  ["15.1.*", [15, 1, 0]],
  ["v13.5.11", [13, 5, 11]],
  ["=13.5.11", [13, 5, 11]],
  [">=13.4.0 <16", [13, 4, 0]],
  ["14 || 15", [14, 0, 0]],
  ["16.3.0-preview.9", [16, 3, 0]],
  ["15.0.0-canary.59", [15, 0, 0]],
  ["npm:next@15.5.0", [15, 5, 0]],
  ["npm:@scope/next@^15.5.0", [15, 5, 0]],
  ["workspace:^15.1.0", [15, 1, 0]],
  ["github:vercel/next.js#v15.0.1", [15, 0, 1]],
])("%s is %j", (text, version) => {
  expect(parseVersion(text)).toEqual(version);
});

test.each([
  "latest",
  "canary",
  "catalog:",
  "catalog:next15",
  "workspace:*",
  "*",
  "",
  "file:../next",
  "link:next15",
])("%j names no version", (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test.each([
  [[16, 0, 0], "16.0.0", true],
  [[16, 0, 0], "15.9.9", true],
  [[15, 9, 9], "16.0.0", false],
  [[13, 10, 0], "13.9.0", true],
  [[13, 2, 0], "13.2.1", false],
] as const)("%j is at least %s: %s", (version, wanted, expected) => {
  expect(atLeast(version, wanted)).toBe(expected);
});

test("of two versions, one is at least the other, and both only if they are the same", () => {
  const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
  fc.assert(
    fc.property(version, version, (a, b) => {
      const same = a.join(".") === b.join(".");
      expect([atLeast(a, b.join(".")), atLeast(b, a.join("."))].filter((is) => is)).toHaveLength(
        same ? 2 : 1,
      );
    }),
  );
});

test("any text is a version or none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const version = parseVersion(text);
      expect(version?.every((part) => Number.isInteger(part)) ?? true).toBe(true);
    }),
  );
});
