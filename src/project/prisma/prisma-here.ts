import { levelsOfRepository } from "../folders-above.js";
import { managerOf } from "../package-manager.js";
import type { Unfit } from "../unfit.js";
import { packagesOf } from "../workspace-packages.js";
import { declaredIn, isTooOld, prismaDocs } from "./packages.js";
import { noPrismaHere, type PrismaHere } from "./resource.js";

/**
 * Reads an app's Prisma schema and where its client is, also in a package of its workspace. Reads only; looks no further than
 * at package.json if nothing depends on Prisma, and loads only then what reads schemas.
 *
 * @param root the project root, absolute.
 * @param levels its repository's, as {@link levelsOfRepository} reads them.
 */
export async function readPrisma(root: string, levels = levelsOfRepository(root)): Promise<PrismaHere> {
  const homes = [...levels, ...packagesOf(root)];
  const range = homes.map(declaredIn).find((each) => each !== undefined);
  if (range === undefined) {
    return lacking(() => ({
      why: "the app does not depend on @prisma/client",
      way: `Install it with \`${managerOf(root).add} prisma @prisma/client\` and set it up (${prismaDocs})`,
    }));
  }
  if (isTooOld(root, range)) {
    return lacking(() => ({
      why: `it needs @prisma/client 5 or later, and the app has ${range}`,
      way: `Install it with \`${managerOf(root).add} prisma @prisma/client\``,
    }));
  }
  const { readModels } = await import("./read-models.js");
  return readModels(
    root,
    homes.map(({ folder }) => folder),
  );
}

/** @param unfit asked for only if somebody is to be told. */
function lacking(unfit: () => Unfit): PrismaHere {
  return { ...noPrismaHere, resource: () => [unfit()] };
}
