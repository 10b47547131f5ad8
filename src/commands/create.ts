import path from "node:path";
import type { OpenFindings } from "../cache/findings.js";
import type { Report } from "../model.js";
import { routeFields, type CreateOptions } from "../options.js";
import type { FoundProject } from "../project/find-project.js";
import { manifestIn } from "../project/folders.js";
import { inspect } from "../project/inspect.js";
import { devPort } from "../project/manifest.js";
import { readSettings } from "../project/settings-file.js";
import type { Progress } from "../progress.js";
import { readOwnTemplates } from "../project/own-templates.js";
import type { BuiltInTemplates } from "../render/template-source.js";
import type { Prompter } from "../spec/questions.js";
import type { RouteRequest } from "../spec/route-request.js";
import { withSettings } from "../spec/settings.js";
import { nodeDisk } from "../write/disk.js";
import { seeState, type StatePlace } from "../write/state-folder.js";
import { appMeant } from "./app-meant.js";
import type { Asked } from "./ask.js";
import type { FileSurroundings } from "./from-file.js";
import { placeSeen } from "./place-seen.js";
import { prepare, type Prepared } from "./prepare.js";
import { requestOf, wantedByAll, type Wanted } from "./wanted.js";
import { failWithoutProject } from "./without-project.js";
import { writePlanned } from "./write-planned.js";

/** Where the command runs. */
export interface Surroundings extends FileSurroundings {
  readonly templates: BuiltInTemplates;
  /** Where the records for `undo` may go, the best place first. */
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
  /** Who can be asked for what is missing; undefined if nobody can. */
  readonly startPrompter?: (() => Promise<Prompter>) | undefined;
  readonly progress: Progress;
  /** What earlier runs found in the files of an app; nothing is kept where it is left out. */
  readonly openFindings?: OpenFindings | undefined;
}

/**
 * The main job: from what was asked for to files in the app. A dry run is the same without the last step.
 *
 * @throws RunError with everything that is wrong, before anything is written; `CANCELLED` if a question was.
 */
export async function create(
  routes: readonly string[],
  given: CreateOptions,
  here: Surroundings,
): Promise<Report> {
  const chosen = await chooseApp(appMeant(given.cwd, here), given, here);
  const { found, cwd } = chosen;
  const dryRun = given.dryRun === true || given.diff === true;
  // Before anything is read that another run may be changing.
  const seen =
    dryRun || found.root === undefined ? undefined : seeState(here.statePlaces, found.root, nodeDisk);
  const own = readOwnTemplates(found.root);
  const { settings, problems: unset } = readSettings(found.root, own.known);
  const options = withSettings(given, settings);
  const { project, problems } = await inspect(found, given.base, settings);
  const request = requestOf(await pasted(routes, found.root), options, own.known);
  const isOpen = routes.length === 0 && options.from === undefined;

  let asked: Asked | undefined;
  let wanted: Wanted;
  let prepared: Prepared;
  if (project && unset.length === 0 && here.startPrompter && (isOpen || cwd !== given.cwd)) {
    const prompter = chosen.prompter ?? (await here.startPrompter());
    const { ask } = await import("./ask.js");
    asked = await ask(request, { project, options, settings, own, prompter, isDry: dryRun, here });
    ({ wanted, prepared } = asked);
  } else {
    wanted = await wantedByAll(request, options, settings, here);
    if (!project) failWithoutProject([...unset, ...wanted.problems, ...problems]);
    const told = { ...wanted, problems: [...unset, ...wanted.problems] };
    prepared = await prepare(told, project, options, { ...here, own });
  }

  const agreed = asked?.isAgreed === true ? prepared : undefined;
  const done = dryRun
    ? { project, prepared, committed: { isRecorded: false, warnings: [] } }
    : await writePlanned({ project, prepared, seen }, { found, wanted, options, own, here, agreed });
  const { changes, formatter, warnings } = done.prepared;
  return {
    dryRun,
    showsDiff: options.diff === true,
    project: done.project,
    cwd,
    place: placeSeen(project.root, here.cwd),
    formatter,
    changes,
    // Who agreed to the plan has seen the others with it.
    warnings: [...(agreed === done.prepared ? [] : warnings), ...done.committed.warnings],
    isRecorded: done.committed.isRecorded,
    asked: asked && {
      routes: asked.request.routes,
      options: { ...given, ...answersIn(asked.request, request), cwd },
      port: devPort(manifestIn(project.root)),
    },
  };
}

/** The app that is meant, of several; asked for where somebody can be. */
async function chooseApp(
  found: FoundProject,
  { cwd }: CreateOptions,
  here: Surroundings,
): Promise<{ found: FoundProject; cwd: string | undefined; prompter?: Prompter }> {
  if (found.root !== undefined || !here.startPrompter) return { found, cwd };
  const [first, ...others] = found.apps.map((name) => ({ name }));
  if (!first) return { found, cwd };
  const prompter = await here.startPrompter();
  const app = await prompter.choose({
    message: "Which app?",
    choices: [first, ...others],
    initial: first.name,
  });
  const chosen = path.join(cwd ?? ".", app).replaceAll(path.sep, "/");
  return { found: appMeant(chosen, here), cwd: chosen, prompter };
}

/** The routes, with those that are absolute paths in the app as they are written from its root. */
async function pasted(routes: readonly string[], root: string | undefined): Promise<readonly string[]> {
  if (root === undefined || !routes.some((route) => path.isAbsolute(route.trim()))) return routes;
  const { routeFromRoot } = await import("../project/pasted-path.js");
  return routes.map((route) => routeFromRoot(route, root));
}

/** What was answered, as options. */
function answersIn(request: RouteRequest, given: RouteRequest): Partial<CreateOptions> {
  const isAnswer = ([name, value]: [string, unknown]) =>
    routeFields.some((field) => field === name) &&
    value !== given[name as keyof RouteRequest] &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(request).filter(isAnswer));
}
