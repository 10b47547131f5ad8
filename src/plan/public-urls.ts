import type { Warning } from "../model.js";
import { placeholderOf, urlOfParts } from "./url-tree.js";
import type { Target } from "./targets.js";
import { appParts } from "./url-files.js";

/**
 * The routes whose URL a file of the public folder has: Next.js serves the file, without a word (see `public-file` in
 * docs/conflicts.md). Only whole URLs are looked up; below a parameter, single ones may well be meant to be files. Pure.
 *
 * @param fileAt the file of the public folder that has a URL.
 */
export function publicFileWarnings(
  targets: readonly Target[],
  appDir: string,
  fileAt: (url: string) => string | undefined,
): Warning[] {
  return targets.flatMap(({ location: { folder } }): Warning[] => {
    const parts = appParts(`${folder}/route.ts`, appDir);
    const url = urlOfParts(parts);
    const file = parts.some((part) => placeholderOf(part) !== undefined) ? undefined : fileAt(url);
    if (file === undefined) return [];
    return [
      {
        code: "PUBLIC_FILE_WINS",
        message: `${file} has the URL ${url}: Next.js serves that file, and the route never answers until it is moved.`,
      },
    ];
  });
}
