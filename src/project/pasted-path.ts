import path from "node:path";
import { realFolder, upwards } from "./folders.js";

/**
 * An absolute path of something in the project, as editors copy it, as it is written from the root; any other text as it is. It may be
 * spelled by another way to the root, through a link or, on Windows, in other letters.
 *
 * @param root the project root, absolute.
 */
export function fromRoot(text: string, root: string): string {
  const place = text.trim();
  if (!path.isAbsolute(place) || place.split(/[\\/]/).includes("..")) return text;
  const real = realFolder(root);
  const isRoot = (folder: string) => path.relative(real, realFolder(folder)) === "";
  const start = [...upwards(path.normalize(place))].find(isRoot);
  return start === undefined ? text : path.relative(start, place).replaceAll(path.sep, "/");
}

/** The same for a route, which is an absolute URL as well where it starts with a slash: only what is in an app folder is a place. */
export function routeFromRoot(text: string, root: string): string {
  const place = fromRoot(text, root);
  if (place === text || !/^(src\/)?app(\/|$)/.test(place)) return text;
  // With a file at its end, there is no doubt that the app folder is meant.
  return /\.[cm]?[jt]sx?$/.test(place) ? place : `${place}/route.ts`;
}
