import type { PackageSetup } from "../spec/package-setup.js";
import { levelsOfRepository } from "./folders-above.js";
import { declaredRange, textAt } from "./manifest.js";
import { versionHere } from "./version-here.js";

/** What an app has of a package: one of the majors that code is written for, or what is missing. */
export type PackageHere =
  | {
      readonly isReady: true;
      /** Undefined where the range says nothing. */
      readonly major: number | undefined;
      /** Whether the app itself needs it at run time, and not only another package of its workspace or a tool. */
      readonly isOwn: boolean;
    }
  | { readonly isReady: false; readonly lacks: "package" }
  | { readonly isReady: false; readonly lacks: "version"; readonly has: string };

/** Of a package that nothing depends on. */
export const noPackage: PackageHere = { isReady: false, lacks: "package" };

/**
 * A reader of what an app has of packages: by its dependencies and those of its workspace, and by the version that is
 * installed, else by the range.
 *
 * @param root the project root, absolute.
 * @param levels its repository's, as {@link levelsOfRepository} reads them.
 */
export function packageReader(
  root: string,
  levels = levelsOfRepository(root),
): (setup: PackageSetup) => PackageHere {
  return (setup) => {
    const ranges = levels.map(({ manifest }) => declaredRange(manifest, setup.package));
    const range = ranges.find((each) => each !== undefined);
    if (range === undefined) return noPackage;
    const isOwn = textAt(levels[0]?.manifest, "dependencies", setup.package) !== undefined;
    const { text, version } = versionHere(root, setup.package, range);
    // `beta` is the tag of next-auth 5. What says nothing is taken for right: the app's own files show the rest.
    const major = text === "beta" ? 5 : version?.[0];
    const [first, last = Infinity] = setup.majors;
    return major !== undefined && (major < first || major > last)
      ? { isReady: false, lacks: "version", has: text }
      : { isReady: true, major, isOwn };
  };
}
