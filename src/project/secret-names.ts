import type { FieldType } from "../spec/fields.js";
import { singularOf, wordsOf } from "../spec/words.js";

/** What is a secret wherever the name has it: `hashedPassword`, `otpSecret`. */
const secretWords: ReadonlySet<string> = new Set([
  "password",
  "passwd",
  "passcode",
  "passphrase",
  "pwd",
  "secret",
  "salt",
  "otp",
  "totp",
  "hotp",
]);

/** What opens a door if it is all that the name ends in: `accessToken`, and not `tokenCount`; `pin`, and not `pinTitle`. */
const secretEnds: ReadonlySet<string> = new Set(["token", "hash", "credential", "pin", "ssn", "cvv", "cvc"]);

/** Whose it is that makes a secret of a word: `apiKey` and not `sortKey`, `resetCode` and not `zipCode`. */
const secretOwners: Readonly<Record<string, readonly string[]>> = {
  key: ["api", "private", "access", "encryption", "signing", "recovery", "backup", "mfa"],
  code: [
    ...["backup", "recovery", "scratch", "reset", "activation", "unlock", "verification", "verify"],
    ...["mfa", "tfa", "2fa", "factor", "login", "auth", "authentication", "authorization", "security"],
  ],
  number: ["card", "security"],
  answer: ["security"],
};

/** Of those, what can be kept as a number. */
const numbers: ReadonlySet<string> = new Set([
  "otp",
  "passcode",
  "pin",
  "ssn",
  "cvv",
  "cvc",
  "code",
  "number",
]);

/**
 * Whether a column holds what nobody is to read: a password, what is made of one, what lets somebody in or pays for it. Names are
 * words: `isPinned` and `opinion` have no pin. Pure.
 *
 * @param type what it holds: a count, a time or a yes is no secret, whatever it is called.
 */
export function isSecret(name: string, type: FieldType = "string"): boolean {
  const words = singularOf(wordsOf(name));
  const [owner = "", end = ""] = ["", ...words].slice(-2);
  if (["boolean", "date", "number"].includes(type) || end === "id") return false;
  if (type === "int" && !numbers.has(end)) return false;
  return (
    words.some((word) => secretWords.has(word)) ||
    secretEnds.has(end) ||
    (Object.hasOwn(secretOwners, end) && secretOwners[end]?.includes(owner) === true)
  );
}
