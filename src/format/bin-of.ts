import path from "node:path";
import { manifestIn } from "../project/folders.js";
import { member } from "../project/manifest.js";

/**
 * The script behind a package's command, as its package.json names it: what npm links to.
 *
 * @throws Error if it has no such command.
 */
export function binOf(packageFolder: string, command: string): string {
  const bin = member(manifestIn(packageFolder), "bin");
  const script = typeof bin === "string" ? bin : member(bin, command);
  if (typeof script !== "string") throw new Error(`${packageFolder} has no command ${command}.`);
  return path.join(packageFolder, script);
}
