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
  ...[
    "pwd",
    "userPwd",
    "pin",
    "accessPin",
    "otp",
    "otpSecret",
    "totp",
    "totpUri",
    "mfaCode",
    "2faCode",
    "mfaSecret",
  ],
  ...[
    "twoFactorCode",
    "backupCodes",
    "recovery_codes",
    "resetCode",
    "resetToken",
    "verificationCode",
    "passphrase",
  ],
  ...[
    "credential",
    "credentials",
    "ssn",
    "cvv",
    "cvc",
    "cardNumber",
    "credit_card_number",
    "socialSecurityNumber",
  ],
  ...["securityAnswer", "refreshTokens"],
])("%s is a secret", (name) => {
  expect(isSecret(name)).toBe(true);
});

test.each([
  ...["title", "tokenCount", "hashtag", "sortKey", "publicKey", "key", "passenger"],
  ...["pinned", "isPinned", "pinnedAt", "pinTitle", "spin", "opinion", "pinCode", "shipping", "phoneNumber"],
  ...["code", "zipCode", "countryCode", "couponCode", "sourceCode", "authorCode", "credentialId", "secretId"],
  ...["sessionId", "number", "answer", "mfaMethod", "author", "card", "cards", "constructor"],
])("%s is none", (name) => {
  expect(isSecret(name)).toBe(false);
});

test("what a secret is kept in can be a list, a UUID or a number, and no count or time is one", () => {
  expect(isSecret("backupCodes", "json")).toBe(true);
  expect(isSecret("resetToken", "uuid")).toBe(true);
  for (const name of ["pin", "otp", "cvv", "verificationCode", "cardNumber"])
    expect(isSecret(name, "int"), name).toBe(true);
  for (const name of ["otpAttempts", "tokens", "passwordVersion", "hash"])
    expect(isSecret(name, "int"), name).toBe(false);
  expect(isSecret("hasPassword", "boolean")).toBe(false);
  expect(isSecret("passwordChangedAt", "date")).toBe(false);
});
