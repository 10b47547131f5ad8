import type { PackageSetup } from "../spec/package-setup.js";
import { levelsOfRepository } from "./folders-above.js";
import { manifestIn, packageFolder } from "./folders.js";
import { textAt } from "./manifest.js";
import { newestDeclared, parseVersion } from "./version.js";

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
    const ranges = levels.flatMap(({ manifest }, up) =>
      (["dependencies", "devDependencies"] as const).flatMap((kind) => {
        const range = textAt(manifest, kind, setup.package);
        return range === undefined ? [] : [{ range, isOwn: up === 0 && kind === "dependencies" }];
      }),
    );
    const [declared] = ranges;
    if (!declared) return noPackage;
    const installed = packageFolder(root, setup.package);
    const version = installed === undefined ? undefined : textAt(manifestIn(installed), "version");
    const { range, isOwn } = declared;
    // `beta` is the tag of next-auth 5. What says nothing is taken for right: the app's own files show the rest.
    const text = version ?? (range === "beta" ? "5" : range);
    const [major] = (version === undefined ? newestDeclared(text) : parseVersion(text)) ?? [];
    const [first, last = Infinity] = setup.majors;
    return major !== undefined && (major < first || major > last)
      ? { isReady: false, lacks: "version", has: version ?? range }
      : { isReady: true, major, isOwn };
  };
}
