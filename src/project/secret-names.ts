import { wordsOf } from "../spec/words.js";

const secretWords: ReadonlySet<string> = new Set(["password", "passwd", "passcode", "secret", "salt"]);
/** What opens a door if it is all that the name ends in: `accessToken`, and not `tokenCount`. */
const secretEnds: ReadonlySet<string> = new Set(["token", "hash"]);

/** Whether a column holds what nobody is to read: a password, what is made of one, or a key that lets somebody in. Pure. */
export function isSecret(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => secretWords.has(word)) || secretEnds.has(words.at(-1) ?? "");
}
