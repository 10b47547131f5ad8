import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BuiltInTemplates } from "./render/template-source.js";

/**
 * The templates of the tool's own package.
 *
 * @param packageRoot its folder, absolute.
 */
export function packageTemplates(packageRoot: string): BuiltInTemplates {
  const folder = path.join(packageRoot, "templates");
  return {
    read: (name) => {
      try {
        return readFileSync(path.join(folder, `${name}.ejs`), "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    names: () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ejs"))
        .map((name) => name.replaceAll("\\", "/").slice(0, -".ejs".length))
        .sort(),
  };
}
