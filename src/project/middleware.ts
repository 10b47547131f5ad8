import { existsSync } from "node:fs";
import path from "node:path";
import type { Project } from "../model.js";

/** The new name goes first where Next.js knows it; it takes the old one too. Source: Next.js, "proxy.js" reference. */
const namesIn = (features: Project["features"]) => [
  ...(features.has("proxyFile") ? ["proxy"] : []),
  "middleware",
];

/** The file that runs before the handlers, relative to the root; undefined if there is none. It lies beside the app folder. */
export function middlewareIn({ root, appDir, config, features }: Project): string | undefined {
  const folder = appDir === "app" ? "" : "src/";
  return namesIn(features)
    .flatMap((name) => config.pageExtensions.map((ending) => `${folder}${name}.${ending}`))
    .find((file) => existsSync(path.join(root, file)));
}
