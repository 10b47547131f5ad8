import path from "node:path";
import { findProject, type FoundProject } from "../project/find-project.js";

/**
 * Looks for the app that a command is for.
 *
 * @param cwd the value of `--cwd`.
 * @param here.cwd the folder in which the command runs, absolute.
 */
export function appMeant(cwd: string | undefined, here: { readonly cwd: string }): FoundProject {
  return findProject(path.resolve(here.cwd, cwd ?? "."), here.cwd);
}
