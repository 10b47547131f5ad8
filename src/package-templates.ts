import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BuiltInTemplates } from "./render/template-source.js";

/**
 * The templates of the tool's own package. Each is read from the disk once: a run asks for the same ones again and again.
 *
 * @param packageRoot its folder, absolute.
 */
export function packageTemplates(packageRoot: string): BuiltInTemplates {
  const folder = path.join(packageRoot, "templates");
  const known = new Map<string, string | undefined>();
  return {
    read: (name) => {
      if (!known.has(name)) known.set(name, textOf(path.join(folder, `${name}.ejs`)));
      return known.get(name);
    },
    names: () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ejs"))
        .map((name) => name.replaceAll("\\", "/").slice(0, -".ejs".length))
        .sort(),
  };
}

/** The text of a file; undefined if there is none. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
