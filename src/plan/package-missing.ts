import type { PackageHere } from "../project/packages-here.js";
import type { PackageSetup } from "../spec/package-setup.js";

type Missing = Exclude<PackageHere, { isReady: true }>;

/**
 * What an app lacks of a package, as a sentence. Pure.
 *
 * @param wants what needs it, e.g. `--validate zod`.
 */
export function missingText(wants: string, setup: PackageSetup, here: Missing): string {
  return here.lacks === "package"
    ? `${wants} needs ${setup.package}, which the app does not depend on.`
    : `${wants} needs ${setup.package} ${majorsOf(setup)}, and the app has ${here.has}.`;
}

/** What to do about it. */
export function installText(setup: PackageSetup, add: string): string {
  return `Install it with \`${add} ${setup.install ?? setup.package}\``;
}

function majorsOf({ majors: [first, last] }: PackageSetup): string {
  if (last === undefined) return `${String(first)} or later`;
  return last === first ? String(first) : `${String(first)} to ${String(last)}`;
}
