import { lookAt } from "../check/look-at.js";
import { placeTries, planTries } from "../check/plan-tries.js";
import { renderTried } from "../check/render-tried.js";
import { triedRoutes } from "../check/tried-routes.js";
import { leaveEndToNode } from "../ending.js";
import { failOnProblems, type Place } from "../errors.js";
import type { CheckReport, Project } from "../model.js";
import type { CheckOptions } from "../options.js";
import { treeConflicts } from "../plan/conflicts.js";
import { existingFiles } from "../project/existing-files.js";
import { noHabits, valueOf } from "../project/habits/habits.js";
import { inspect } from "../project/inspect.js";
import { readHabits } from "../project/neighbours.js";
import { ownFolder, readOwnTemplates, type OwnTemplates } from "../project/own-templates.js";
import { readSettings } from "../project/settings-file.js";
import { aliasReader } from "../project/tsconfig-paths.js";
import { ticksOf, type Progress } from "../progress.js";
import type { TemplatePlace } from "../render/template-fault.js";
import type { BuiltInTemplates } from "../render/template-source.js";
import type { Settings } from "../spec/settings.js";
import { appMeant } from "./app-meant.js";
import { ownTemplateProblems, placeInProject, problemOfFault } from "./own-templates.js";
import { whatCanBeAsked } from "./what-can-be-asked.js";
import { failWithoutProject } from "./without-project.js";

interface CheckSurroundings {
  readonly cwd: string;
  readonly templates: BuiltInTemplates;
  /** The script of the process that holds the scratch folder, absolute. */
  readonly keeper: string;
  readonly progress: Progress;
}

/**
 * Renders every template for a set of routes that covers what it can be asked for in this project, compiles what comes of
 * it by the project's own TypeScript, and looks for conflicts in the tree of its routes. Writes nothing in the project.
 *
 * @throws RunError with everything that is wrong.
 */
export async function check(options: CheckOptions, here: CheckSurroundings): Promise<CheckReport> {
  const found = appMeant(options.cwd, here);
  const own = readOwnTemplates(found.root);
  const { settings, problems: unset } = readSettings(found.root, own.known);
  const untidy = await ownTemplateProblems(own, here.templates);
  const { project, problems } = await inspect(found, undefined, settings);
  if (!project) failWithoutProject([...unset, ...problems, ...untidy]);

  const conflicts = treeConflicts(project);
  const planned = await plannedTries(project, own, settings);
  const broken = untidy.flatMap(({ at }) => (at ? [nameOf(at)] : []));
  const rendering = ticksOf(here.progress, "Rendering");
  leaveEndToNode();
  const tried = renderTried(planned.files, here.templates, own.texts, broken, rendering);
  here.progress.tick("Compiling", 0, 1);
  const reading = {
    tried,
    parse: await existingFiles(project.root).parser(),
    toPlace: (place: TemplatePlace) => placeOf(place, own),
    commandOf: planned.commandOf,
  };
  const { keeper } = here;
  const hasOwn = own.texts.size > 0;
  const looked = await lookAt(tried.files, reading, { project, planned: planned.files, hasOwn, keeper });
  failOnProblems([
    ...unset,
    ...untidy,
    ...tried.faults.map((fault) => problemOfFault(fault, own)),
    ...planned.problems,
    ...looked.problems,
    ...conflicts.problems,
  ]);
  const { routes, pages, metadata, pagesRouter } = project.tree;
  return {
    project,
    typescript: looked.typescript ?? "",
    templates: [...own.known.keys()],
    ownTexts: [...own.texts.keys()],
    routes: planned.targets.length,
    files: tried.files.length,
    urlFiles: [routes, pages, metadata, pagesRouter].reduce((sum, { length }) => sum + length, 0),
    warnings: [...project.warnings, ...conflicts.warnings],
  };
}

/** The routes to be tried, in the habits that a new route would be written in. */
async function plannedTries(project: Project, own: OwnTemplates, settings: Settings) {
  const wishes = new Map(
    settings.habits.map(([name, value]) => [name, { value, source: "config" }] as const),
  );
  const nearBase = (await readHabits(project, new Map([[project.base, wishes]]))).get(project.base);
  const hasGuard = nearBase !== undefined && valueOf(nearBase, "guard") !== "none";
  const aliases = aliasReader(project.root);
  const { axes, vicinity } = await whatCanBeAsked(project, own.known, { hasGuard, aliases });
  const requests = triedRoutes(axes);
  const targets = placeTries(requests, project);
  const folders = new Map(targets.map(({ location }) => [location.folder, wishes]));
  const habits = await readHabits(project, folders);
  return planTries(requests, targets, project, (folder) => ({
    there: undefined,
    habits: habits.get(folder) ?? noHabits,
    ...vicinity,
  }));
}

/** The name of the text in a file of the project's own templates. */
function nameOf({ file }: Place): string {
  return file.slice(ownFolder.length + 1, -".ejs".length);
}

/** A template of the project, or of the package. */
function placeOf(place: TemplatePlace, own: OwnTemplates): Place {
  if (own.texts.has(place.name)) return placeInProject(place);
  const { name, line, column } = place;
  return { file: `create-api-route/templates/${name}.ejs`, line, column };
}
