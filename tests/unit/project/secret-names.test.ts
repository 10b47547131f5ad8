import { expect, test } from "vitest";
import { isSecret } from "../../../src/project/secret-names.js";

test.each([
  "password",
  "passwordHash",
  "hashed_password",
  "accessToken",
  "clientSecret",
  "salt",
  "apiKey",
  "private_key",
])("%s is a secret", (name) => {
  expect(isSecret(name)).toBe(true);
});

test.each(["title", "tokenCount", "hashtag", "sortKey", "publicKey", "key", "passenger"])(
  "%s is none",
  (name) => {
    expect(isSecret(name)).toBe(false);
  },
);
