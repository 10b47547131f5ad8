import path from "node:path";
import { homeFolder } from "../home-folder.js";

/**
 * The user's own folder for what programs can make again: `$XDG_CACHE_HOME`, as the XDG Base Directory Specification wants it, else
 * what the system has for it.
 *
 * @returns undefined where there is none, or where the user wants none (Node.js, `NODE_DISABLE_COMPILE_CACHE`).
 */
export function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME = "", LOCALAPPDATA = "", NODE_DISABLE_COMPILE_CACHE = "" } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE !== "") return undefined;
  const isWindows = process.platform === "win32";
  const given = [XDG_CACHE_HOME, isWindows ? LOCALAPPDATA : ""].find((folder) => path.isAbsolute(folder));
  try {
    const usual = process.platform === "darwin" ? "Library/Caches" : isWindows ? "AppData/Local" : ".cache";
    const folder = path.join(given ?? path.join(homeFolder(), usual), "create-api-route");
    // An empty HOME would lead into the folder that the command runs in.
    return path.isAbsolute(folder) ? folder : undefined;
  } catch {
    // No HOME, and no entry in the list of users.
    return undefined;
  }
}
