import { validationNames, validationSetup, type ValidationName } from "../spec/validation.js";
import { readDrizzle } from "./drizzle/drizzle-here.js";
import type { DrizzleHere } from "./drizzle/resource.js";
import { levelsOfRepository } from "./folders-above.js";
import { managerOf, usualManager } from "./package-manager.js";
import { packageReader, type PackageHere } from "./packages-here.js";
import { readPrisma } from "./prisma/prisma-here.js";
import type { PrismaHere } from "./prisma/resource.js";

/** What an app has of the libraries that a resource can be written with. */
export interface StackHere {
  readonly validation: ReadonlyMap<ValidationName, PackageHere>;
  /** What it has of Drizzle, if that was looked for. */
  readonly drizzle?: DrizzleHere;
  /** The same of Prisma. */
  readonly prisma?: PrismaHere;
  /** What adds a package to it, e.g. `npm install`. */
  readonly add: string;
}

/** An app without any. */
export const noStackHere: StackHere = { validation: new Map(), add: usualManager.add };

/**
 * Which of the libraries an app has. Reads only.
 *
 * @param root the project root, absolute.
 * @param asks whether a data source of the app is asked for, or could be its own.
 * @param levels its repository's, as {@link levelsOfRepository} reads them.
 */
export async function readStack(
  root: string,
  asks: { forData: boolean },
  levels = levelsOfRepository(root),
): Promise<StackHere> {
  const packageHere = packageReader(root, levels);
  const validation = new Map<ValidationName, PackageHere>();
  for (const name of validationNames) {
    const setup = validationSetup(name);
    if (setup) validation.set(name, packageHere(setup));
  }
  const data = asks.forData
    ? { prisma: await readPrisma(root, levels), drizzle: await readDrizzle(root, levels) }
    : {};
  return {
    validation,
    ...data,
    // Looked for only if somebody is to be told.
    get add() {
      return managerOf(root).add;
    },
  };
}
