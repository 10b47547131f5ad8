import { existsSync } from "node:fs";
import path from "node:path";
import type { Project } from "../model.js";

/** Next 16 calls it proxy, and takes the old name too. Source: Next.js, "proxy.js" reference. */
const names = ["proxy", "middleware"];

/** The file that runs before the handlers, relative to the root; undefined if there is none. It lies beside the app folder. */
export function middlewareIn({ root, appDir, config }: Project): string | undefined {
  const folder = appDir === "app" ? "" : "src/";
  return names
    .flatMap((name) => config.pageExtensions.map((ending) => `${folder}${name}.${ending}`))
    .find((file) => existsSync(path.join(root, file)));
}
