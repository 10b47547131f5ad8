import path from "node:path";
import type { Problem } from "../errors.js";
import { findProject, type FoundProject } from "../project/find-project.js";

const withoutFolder: Problem = {
  code: "USAGE",
  message: "--cwd was given without a folder.",
  hint: "Name the app's folder, or leave it out for the current one.",
};

/**
 * Looks for the app that a command is for.
 *
 * @param cwd the value of `--cwd`.
 * @param here.cwd the folder in which the command runs, absolute.
 */
export function appMeant(cwd: string | undefined, here: { readonly cwd: string }): FoundProject {
  // `--cwd "$APP"` of a script whose variable is not set would write into whatever folder it is in.
  if (cwd === "") return { root: undefined, problems: [withoutFolder], apps: [] };
  return findProject(path.resolve(here.cwd, cwd ?? "."), here.cwd);
}
