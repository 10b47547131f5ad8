import { wordsOf } from "../spec/words.js";

const secretWords: ReadonlySet<string> = new Set(["password", "passwd", "passcode", "secret", "salt"]);
/** What opens a door if it is all that the name ends in: `accessToken`, and not `tokenCount`. */
const secretEnds: ReadonlySet<string> = new Set(["token", "hash"]);

/** Whose key it is: `apiKey` and `privateKey`, and not `sortKey` or `publicKey`. */
const secretKeys: ReadonlySet<string> = new Set(["api", "private", "access", "encryption", "signing"]);

/** Whether a column holds what nobody is to read: a password, what is made of one, or a key that lets somebody in. Pure. */
export function isSecret(name: string): boolean {
  const words = wordsOf(name);
  const [owner = "", end = ""] = words.slice(-2);
  return (
    words.some((word) => secretWords.has(word)) ||
    secretEnds.has(words.at(-1) ?? "") ||
    (end === "key" && secretKeys.has(owner))
  );
}
