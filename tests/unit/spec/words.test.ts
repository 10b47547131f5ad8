import fc from "fast-check";
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
