import path from "node:path";
import { homeFolder } from "../home-folder.js";
import { userFolder } from "../user-folder.js";

const caches = { variable: "XDG_CACHE_HOME", mac: "Library/Caches", usual: ".cache" };

/**
 * The user's own folder for what programs can make again.
 *
 * @returns absolute; undefined where there is none, or where the user wants none (Node.js, `NODE_DISABLE_COMPILE_CACHE`).
 */
export function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if ((env["NODE_DISABLE_COMPILE_CACHE"] ?? "") !== "") return undefined;
  const folder = userFolder(caches, { platform, env, home: homeFolder });
  return folder && path.join(folder, "create-api-route");
}
