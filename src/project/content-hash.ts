import { createHash } from "node:crypto";

/**
 * SHA-256 of what a file has: whoever may write files of an app must not be able to pass one off as another. Loaded late, as Node.js
 * takes 10 ms to load what it has for that.
 */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}
