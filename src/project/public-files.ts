import { statSync } from "node:fs";
import { canBeThere, type LookAtFolder } from "./folder-looks.js";

/**
 * The file of the public folder that has a URL, if there is one: Next.js serves it in the place of a route. Looks for
 * that file alone.
 *
 * @param url without parameters, e.g. `/api/posts`.
 * @param look at the folders of the project.
 * @returns relative to the root, with `/`.
 */
export function publicFileAt(root: string, url: string, look: LookAtFolder): string | undefined {
  const file = `public${url}`;
  try {
    return canBeThere(file, look) && statSync(`${root}/${file}`).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
