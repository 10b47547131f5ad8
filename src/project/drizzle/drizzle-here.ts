import { levelsOfRepository, type Level } from "../folders-above.js";
import { manifestIn, packageFolder } from "../folders.js";
import { textAt } from "../manifest.js";
import { addCommand } from "../package-manager.js";
import { atLeast, newestDeclared, parseVersion } from "../version.js";
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
  const range = declaredRange(levels);
  if (range === undefined || isTooOld(root, range)) {
    const missing = (): Unfit => ({
      why:
        range === undefined
          ? "the app does not depend on drizzle-orm"
          : `it needs drizzle-orm ${firstVersion} or later, and the app has ${range}`,
      way: `Install it with \`${addCommand(root)} drizzle-orm\` and set it up (https://orm.drizzle.team/docs/get-started)`,
    });
    return { ...noDrizzleHere, resource: () => [missing()] };
  }
  const { readTables } = await import("./read-tables.js");
  return readTables(root);
}

/** The first version whose queries count: `db.$count`. Source: drizzle-orm, its types of 0.33 and 0.34. */
const firstVersion = "0.34.0";

function isTooOld(root: string, range: string): boolean {
  const installed = packageFolder(root, "drizzle-orm");
  const text = installed === undefined ? undefined : textAt(manifestIn(installed), "version");
  const version = text === undefined ? newestDeclared(range) : parseVersion(text);
  return version !== undefined && !atLeast(version, firstVersion);
}

function declaredRange(levels: readonly Level[]): string | undefined {
  return levels
    .flatMap(({ manifest }) =>
      ["dependencies", "devDependencies"].map((kind) => textAt(manifest, kind, "drizzle-orm")),
    )
    .find((range) => range !== undefined);
}
