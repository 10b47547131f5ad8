import type { Level } from "../folders-above.js";
import { declaredRange } from "../manifest.js";
import { versionHere } from "../version-here.js";

/** Where it is told how a Next.js app gets Prisma. */
export const prismaDocs = "https://www.prisma.io/docs/guides/frameworks/nextjs";

/** The range of Prisma's client that a package depends on. */
export function declaredIn({ manifest }: Level): string | undefined {
  return declaredRange(manifest, "@prisma/client");
}

/** Before 5, an id could not be looked up together with its parent's. Source: Prisma 5.0, "extendedWhereUnique". */
export function isTooOld(root: string, range: string): boolean {
  const { version } = versionHere(root, "@prisma/client", range);
  return version !== undefined && version[0] < 5;
}
