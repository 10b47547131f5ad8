import fc from "fast-check";
import { expect, test } from "vitest";
import { atLeast, isExact, newestDeclared, parseVersion } from "../../../src/project/version.js";

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
  ["1..2", [1, 0, 0]],
  ["1.2.1e3", [1, 2, 1]],
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
  "..",
  ".1.2",
  "+1.2.3",
  "-0.1.2",
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

test.each([
  ["^14.2.35", [14, 2, 35]],
  ["~15", [15, 0, 0]],
  ["14.x || 15.x", [15, 0, 0]],
  ["15.x || 14.x", [15, 0, 0]],
  [">=14 <16", [15, 9999, 9999]],
  [">=14.0.0 <15.6.0", [15, 5, 9999]],
  [">=14 <=15.3.2", [15, 3, 2]],
  ["<15.3.2", [15, 3, 1]],
  ["13.4.0 - 14.2.0", [14, 2, 0]],
  ["16.3.0-preview.9", [16, 3, 0]],
  ["15.6.0-canary.59", [15, 6, 0]],
  ["npm:next@15.1.0", [15, 1, 0]],
  ["npm:@scope/next@^15.1.0", [15, 1, 0]],
  ["workspace:^15.1.0", [15, 1, 0]],
  ["patch:next@npm%3A15.1.0#~/.yarn/patches/next.patch", [15, 1, 0]],
  ["github:vercel/next.js#v15.0.1", [15, 0, 1]],
] as const)("the newest of %s is %j", (text, version) => {
  expect(newestDeclared(text)).toEqual(version);
});

test.each([
  ...[
    "latest",
    "canary",
    "*",
    "",
    "x",
    ">=14",
    ">14.1",
    "^14 || >=15",
    "catalog:",
    "catalog:next15",
    "workspace:*",
  ],
  ...["file:../next@15.0.0", "link:../next", "github:vercel/next.js", "https://x.org/next-v15.0.0.tgz"],
])("the newest of %j is open", (text) => {
  expect(newestDeclared(text)).toBeUndefined();
});

test.each([
  ["15.1.0", true],
  ["=15.1.0", true],
  ["16.3.0-preview.9", true],
  ["npm:next@15.1.0", true],
  ["^15.1.0", false],
  ["15.1", false],
  ["15.x", false],
  ["14.0.0 || 15.0.0", false],
  ["latest", false],
])("%s is one version: %s", (text, expected) => {
  expect(isExact(text)).toBe(expected);
});

test("any text declares a version or none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(newestDeclared(text)?.every((part) => Number.isInteger(part)) ?? true).toBe(true);
    }),
  );
});
