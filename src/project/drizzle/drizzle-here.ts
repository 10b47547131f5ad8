import { levelsOfRepository } from "../folders-above.js";
import { declaredRange } from "../manifest.js";
import { managerOf } from "../package-manager.js";
import { atLeast } from "../version.js";
import { versionHere } from "../version-here.js";
import { noDrizzleHere, type DrizzleHere } from "./resource.js";
import type { Unfit } from "../unfit.js";

/**
 * Reads an app's tables and where its database is. Reads only; loads what reads tables, and the parser, only if the app depends
 * on Drizzle.
 *
 * @param root the project root, absolute.
 * @param levels its repository's, as {@link levelsOfRepository} reads them.
 */
export async function readDrizzle(root: string, levels = levelsOfRepository(root)): Promise<DrizzleHere> {
  const range = levels
    .map(({ manifest }) => declaredRange(manifest, "drizzle-orm"))
    .find((each) => each !== undefined);
  if (range === undefined || isTooOld(root, range)) {
    const missing = (): Unfit => ({
      why:
        range === undefined
          ? "the app does not depend on drizzle-orm"
          : `it needs drizzle-orm ${firstVersion} or later, and the app has ${range}`,
      way: `Install it with \`${managerOf(root).add} drizzle-orm\` and set it up (https://orm.drizzle.team/docs/get-started)`,
    });
    return { ...noDrizzleHere, resource: () => [missing()] };
  }
  const { readTables } = await import("./read-tables.js");
  return readTables(root);
}

/** The first version whose queries count: `db.$count`. Source: drizzle-orm, its types of 0.33 and 0.34. */
const firstVersion = "0.34.0";

function isTooOld(root: string, range: string): boolean {
  const { version } = versionHere(root, "drizzle-orm", range);
  return version !== undefined && !atLeast(version, firstVersion);
}
