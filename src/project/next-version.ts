import path from "node:path";
import type { NextVersion, Warning } from "../model.js";
import { testedVersions } from "./features.js";
import type { NextPackage } from "./find-project.js";
import { manifestIn, realFolder, textOf, upwards } from "./folders.js";
import { lockFiles } from "./lock-files.js";
import { parseJson, textAt } from "./manifest.js";
import { atLeast, isExact, newestDeclared, parseVersion, type Version } from "./version.js";
import { catalogRange, findWorkspace } from "./workspace.js";

/**
 * Which Next.js the app has: the installed package first, as Node would find it; then what the lock file holds, unless
 * package.json names one version; then what package.json or its catalog declares. Reads only.
 */
export function nextVersion({ root, declared, declaredIn }: NextPackage): NextVersion {
  const installed = installedVersion(root) ?? installedVersion(realFolder(root));
  if (installed !== undefined) return { text: installed, source: "installed" };

  const places = [...new Set([declaredIn, findWorkspace(declaredIn)?.root ?? declaredIn])];
  const catalog = /^catalog:\s*(.*)$/.exec(declared)?.[1];
  const range = (catalog === undefined ? undefined : catalogRange(places, catalog.trim())) ?? declared;
  if (isExact(range)) return { text: range, source: "declared" };
  const locked = lockedVersion(declaredIn, declared, places);
  return locked === undefined ? { text: range, source: "declared" } : { text: locked, source: "lock file" };
}

/** The version as numbers, as far as the text names one; undefined stands for the newest. */
export function versionOf({ text, source }: NextVersion): Version | undefined {
  return source === "declared" ? newestDeclared(text) : parseVersion(text);
}

/** What a user should know of a version. */
export function versionWarnings(next: NextVersion, version: Version | undefined): Warning[] {
  if (!version) {
    return [
      {
        code: "NEXT_VERSION_UNKNOWN",
        message: `Next.js is not installed and "${next.text}" names no version: the newest is assumed.`,
      },
    ];
  }
  if (version[0] > testedVersions.newestMajor || !atLeast(version, testedVersions.oldest)) {
    const { oldest, newestMajor } = testedVersions;
    return [
      {
        code: "NEXT_UNTESTED",
        message: `Next.js ${next.text} is outside the tested versions (${oldest} to ${String(
          newestMajor,
        )}.x): read the result before you rely on it.`,
      },
    ];
  }
  return [];
}

/** It may be hoisted to a folder above. */
function installedVersion(root: string): string | undefined {
  for (const folder of upwards(root)) {
    const manifest = parseJson(textOf(path.join(folder, "node_modules", "next", "package.json")));
    const version = textAt(manifest, "version");
    if (version !== undefined) return version;
  }
  return undefined;
}

function lockedVersion(declaredIn: string, declared: string, places: readonly string[]): string | undefined {
  const name = textAt(manifestIn(declaredIn), "name");
  for (const place of places) {
    const folder = path.relative(place, declaredIn).replaceAll(path.sep, "/");
    for (const [file, { search }] of Object.entries(lockFiles)) {
      const text = search && textOf(path.join(place, file));
      const found =
        text === undefined ? undefined : search?.(text.replaceAll("\r\n", "\n"), { folder, name, declared });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
