import { existsSync } from "node:fs";
import { appFoldersOf, isFolder, textOf } from "./folders.js";

/** The file names of Next's configuration, in the order in which Next looks for them. */
export const configFiles = [
  "next.config.js",
  "next.config.mjs",
  "next.config.ts",
  "next.config.mts",
  "next.config.cjs",
];

/**
 * Whether a folder whose package.json says nothing of Next.js is an app all the same: beside what Next serves it has Next's
 * configuration, or Nx builds it with Next. An app folder alone is no sign: Angular's apps have a `src/app`, too.
 * Source: Next.js, lib/find-pages-dir; Nx, "@nx/next executors".
 */
export function looksLikeApp(folder: string): boolean {
  const isServed =
    appFoldersOf(folder).length > 0 || ["pages", "src/pages"].some((each) => isFolder(`${folder}/${each}`));
  return (
    isServed &&
    (configFiles.some((file) => existsSync(`${folder}/${file}`)) ||
      /"@(nx|nrwl)\/next:/.test(textOf(`${folder}/project.json`) ?? ""))
  );
}
