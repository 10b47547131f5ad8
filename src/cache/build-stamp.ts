import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * What tells this build of the program from every other: another one has other files, or has written them at another time or place.
 *
 * @param packageRoot the folder of the tool's own package.
 * @param version of the tool.
 * @returns undefined where the files of the program cannot be looked at.
 */
export function buildStamp(packageRoot: string, version: string): string | undefined {
  const dist = path.join(packageRoot, "dist");
  try {
    const files = readdirSync(dist)
      .sort()
      .map((name) => {
        const { ino, size, mtimeMs, ctimeMs } = statSync(path.join(dist, name));
        return [name, ino, size, mtimeMs, ctimeMs].join(" ");
      });
    return [process.version, version, dist, ...files].join("\n");
  } catch {
    return undefined;
  }
}
