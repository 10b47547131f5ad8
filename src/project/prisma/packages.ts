import type { Level } from "../folders-above.js";
import { manifestIn, packageFolder } from "../folders.js";
import { textAt } from "../manifest.js";
import { newestDeclared, parseVersion } from "../version.js";

/** Where it is told how a Next.js app gets Prisma. */
export const prismaDocs = "https://www.prisma.io/docs/guides/frameworks/nextjs";

/** The range of Prisma's client that a package depends on. */
export function declaredIn({ manifest }: Level): string | undefined {
  return (
    textAt(manifest, "dependencies", "@prisma/client") ??
    textAt(manifest, "devDependencies", "@prisma/client")
  );
}

/** Before 5, an id could not be looked up together with its parent's. Source: Prisma 5.0, "extendedWhereUnique". */
export function isTooOld(root: string, range: string): boolean {
  const folder = packageFolder(root, "@prisma/client");
  const installed = folder === undefined ? undefined : textAt(manifestIn(folder), "version");
  const [major = 5] = (installed === undefined ? newestDeclared(range) : parseVersion(installed)) ?? [];
  return major < 5;
}
