import fc from "fast-check";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type pluralize from "pluralize";
import { expect, test } from "vitest";
import { camelCase, capitalize, pascalCase, pluralOf, singularOf, wordsOf } from "../../../src/spec/words.js";
import { staticName } from "../../support/arbitraries.js";

test.each([
  ["posts", ["posts"]],
  ["userProfiles", ["user", "profiles"]],
  ["user-profiles", ["user", "profiles"]],
  ["user_profiles", ["user", "profiles"]],
  ["UserProfiles", ["user", "profiles"]],
  ["HTMLPages", ["html", "pages"]],
  ["API", ["api"]],
  ["v1.0", ["v1", "0"]],
  ["~me", ["me"]],
  ["日本", ["日本"]],
  ["-", []],
  ["", []],
])("%j is the words %j", (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test.each([
  ["userIDs", ["user", "ids"]],
  ["APIs", ["apis"]],
  ["imageURLs", ["image", "urls"]],
])("an abbreviation in the plural is one word: %j is %j", (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test.each([
  ["posts", "post"],
  ["post", "post"],
  ["categories", "category"],
  ["cookies", "cookie"],
  ["addresses", "address"],
  ["statuses", "status"],
  ["status", "status"],
  ["databases", "database"],
  ["responses", "response"],
  ["people", "person"],
  ["movies", "movie"],
  ["news", "news"],
  ["data", "data"],
  ["media", "media"],
  ["auth", "auth"],
  ["s", "s"],
])("one of %s is a %s", (plural, singular) => {
  expect(singularOf([plural])).toEqual([singular]);
});

// Folder names of real apps that a table of English plurals gets wrong.
test.each([
  ["caches", "cache"],
  ["lenses", "lens"],
  ["canvas", "canvas"],
  ["canvases", "canvas"],
  ["metadata", "metadata"],
  ["selfies", "selfie"],
  ["sms", "sms"],
  ["dns", "dns"],
  ["aws", "aws"],
])("one of %s is a %s, too", (plural, singular) => {
  expect(singularOf([plural])).toEqual([singular]);
});

test.each([
  ["post", "posts"],
  ["posts", "posts"],
  ["category", "categories"],
  ["person", "people"],
  ["data", "data"],
  ["news", "news"],
])("many of %s are %s", (singular, plural) => {
  expect(pluralOf([singular])).toEqual([plural]);
});

test("only the last word is inflected", () => {
  expect(singularOf(["news", "posts"])).toEqual(["news", "post"]);
  expect(pluralOf(["user", "profile"])).toEqual(["user", "profiles"]);
  expect(singularOf([])).toEqual([]);
});

test("words become names", () => {
  expect(camelCase(["user", "profiles"])).toBe("userProfiles");
  expect(pascalCase(["user", "profiles"])).toBe("UserProfiles");
  expect(camelCase([])).toBe("");
  expect(capitalize("post")).toBe("Post");
  expect(capitalize("")).toBe("");
  expect(capitalize("𐐨x")).toBe("𐐀x");
});

test("no word is ever lost or made empty", () => {
  fc.assert(
    fc.property(staticName, (name) => {
      const words = wordsOf(name);
      expect(words.join("")).toBe(name.replace(/[^A-Za-z0-9]/g, "").toLowerCase());
      expect([...singularOf(words), ...pluralOf(words)]).not.toContain("");
    }),
  );
});

test("names that end like most do are inflected as the library does it", () => {
  const require = createRequire(import.meta.url);
  const source = readFileSync(require.resolve("pluralize"), "utf8");
  const fresh = { exports: {} as Pick<typeof pluralize, "singular" | "plural"> };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the library without the rules that are added to it here
  const load = new Function("require", "exports", "module", source) as (...given: unknown[]) => void;
  load(require, fresh.exports, fresh);
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const endings = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
  // What the library's rules name, as it stands and with more behind it.
  const named = [...new Set(source.toLowerCase().match(/[a-z]{2,}/g))];
  const words = [
    ...endings,
    ...named.flatMap((word) => [word, ...letters.map((letter) => `${word}${letter}`)]),
  ];
  const own = new Set([
    "lens",
    "lense",
    "cache",
    "niche",
    "os",
    "css",
    "dns",
    "gps",
    "aws",
    "sms",
    "tls",
    "data",
  ]);
  const differ = words
    .flatMap((word) => [word, `${word}s`, `${word}es`])
    .filter((word) => !own.has(word.replace(/s$/, "")) && !own.has(word))
    .filter((word) => {
      const { singular, plural } = fresh.exports;
      return (
        singularOf([word])[0] !== (singular(word) || word) || pluralOf([word])[0] !== (plural(word) || word)
      );
    });
  expect(differ).toEqual([]);
});
