import { readFileSync } from "node:fs";
import path from "node:path";

/** A folder's package.json as a value; undefined if there is none, or if it does not parse. */
export function manifestIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8").replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** A member of a value that may be anything, by its path: `member(manifest, "scripts", "format")`. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (of, name) =>
      typeof of === "object" && of !== null && Object.hasOwn(of, name)
        ? (of as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}
