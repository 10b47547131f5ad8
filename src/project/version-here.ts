import { manifestIn, packageFolder } from "./folders.js";
import { textAt } from "./manifest.js";
import { newestDeclared, parseVersion, type Version } from "./version.js";

/** Which version of a package an app has. */
export interface VersionHere {
  /** As the installed package says it; where it is not installed, the range. */
  readonly text: string;
  /** The same as numbers, of a range the newest that it lets in; undefined where it does not say. */
  readonly version: Version | undefined;
}

/**
 * The version of a package: of the one that is installed, as Node.js would find it, else of what is declared.
 *
 * @param root the project root, absolute.
 * @param range as a package.json has it.
 */
export function versionHere(root: string, name: string, range: string): VersionHere {
  const folder = packageFolder(root, name);
  const installed = folder === undefined ? undefined : textAt(manifestIn(folder), "version");
  return installed === undefined
    ? { text: range, version: newestDeclared(range) }
    : { text: installed, version: parseVersion(installed) };
}
