import type { OpenFindings } from "../cache/findings.js";
import { failOnProblems, type Problem } from "../errors.js";
import type { ListReport } from "../model.js";
import type { ListOptions } from "../options.js";
import { listingOf, openChanges } from "../plan/listing.js";
import { beside } from "../plan/listing-notes.js";
import { publicMutation } from "../plan/public-mutation.js";
import { inspect } from "../project/inspect.js";
import { middlewareIn } from "../project/middleware.js";
import { readOwnTemplates } from "../project/own-templates.js";
import { readHandlers } from "../project/read-handlers.js";
import { readSettings } from "../project/settings-file.js";
import { placeSeen } from "./place-seen.js";
import { parsePublicPath, type PublicPath } from "../spec/public-paths.js";
import { appMeant } from "./app-meant.js";

interface ListSurroundings {
  readonly cwd: string;
  /** What earlier runs found. */
  readonly openFindings?: OpenFindings | undefined;
}

/**
 * Lists the route handlers of the app. In the app it reads only; what it finds is left to the next run.
 *
 * @throws RunError if there is no app, or if its settings or the options are wrong.
 */
export async function list(options: ListOptions, here: ListSurroundings): Promise<ListReport> {
  const found = appMeant(options.cwd, here);
  const { settings, problems: unset } = readSettings(found.root, readOwnTemplates(found.root).known);
  const paths = [...new Set([...(options.allow ?? []), ...(settings.options.allow ?? [])])].map(
    parsePublicPath,
  );
  const { project, problems } = await inspect(found, undefined);
  const wrong = paths.filter((each): each is Problem => "code" in each);
  failOnProblems([...unset, ...wrong, ...problems]);
  if (!project) throw new Error("The project is missing without a problem.");

  const isPublicOnly = options.public === true;
  const allowed = paths.filter((each): each is PublicPath => !("code" in each));
  const handlers = await readHandlers(project.root, project.tree.routes, here.openFindings);
  const { routes, warnings } = listingOf(handlers, project, allowed);
  const notes = beside(project, middlewareIn(project));
  const changes = isPublicOnly ? openChanges(routes) : [];
  return {
    project,
    place: placeSeen(project.root, here.cwd),
    isPublicOnly,
    routes,
    warnings: [...notes, ...warnings],
    problems: changes.length > 0 ? [publicMutation(changes)] : [],
  };
}
