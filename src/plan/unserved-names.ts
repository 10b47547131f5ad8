import { folderNameLike } from "../spec/segments.js";

/**
 * The first segment of a route's URL that Next.js never finds, if there is one: it builds the file, and answers 404. Other odd names
 * (`a!b`, `[x`) are served by some versions or to some clients, and a new route with one is refused all the same. Pure.
 * Source: runs of `npm run conflicts`: `non-ascii`, `space`, `mixed-brackets`.
 */
export function unservedName(parts: readonly string[]): string | undefined {
  return parts.find((part) => !parameter.test(part) && (notInUrls.test(part) || mixed.test(part)));
}

/** The request has them encoded, and is compared with the folder's name as it is. */
const notInUrls = /[^!-~]/;
const parameter = /^\[.*\]$/;
const mixed = /^(?:[^[\]]+\[[^[\]]+\]|\[[^[\]]+\][^[\]]+)$/;

/** What to do about such a name. */
export function servedInstead(name: string): string {
  if (mixed.test(name)) {
    const [own = ""] = /\[[^[\]]+\]/.exec(name) ?? [];
    return `Give the parameter a folder of its own, e.g. \`${own}\`.`;
  }
  const like = folderNameLike(name);
  return like === undefined ? "Rename the folder." : `Rename the folder to \`${like}\`.`;
}
