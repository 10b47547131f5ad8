import path from "node:path";
import { failOnProblems } from "../errors.js";
import type { Report } from "../model.js";
import type { CreateOptions } from "../options.js";
import { adviceOn } from "../plan/advice.js";
import { plan } from "../plan/plan.js";
import { targetsOf } from "../plan/targets.js";
import { existingFiles } from "../project/existing-files.js";
import { inspect } from "../project/inspect.js";
import { obstacles } from "../project/obstacles.js";
import { survey } from "../project/survey.js";
import { render } from "../render/render.js";
import { templateRenderer, type ReadTemplate } from "../render/template.js";
import { parseRouteSpecs } from "../spec/route-spec.js";
import { commit } from "../write/commit.js";
import { diff } from "../write/diff.js";
import { writesOf } from "../write/file-write.js";
import type { StatePlace } from "../write/state-folder.js";

/** Where the command runs. */
export interface Surroundings {
  readonly cwd: string;
  readonly readTemplate: ReadTemplate;
  /** Where the records for `undo` may go, the best place first. */
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
}

/**
 * The main job: from what was asked for to files in the app. A dry run is the same without the last step.
 *
 * @throws RunError with everything that is wrong, before anything is written.
 */
export async function create(
  routes: readonly string[],
  options: CreateOptions,
  here: Surroundings,
): Promise<Report> {
  const wanted = parseRouteSpecs({
    routes,
    methods: options.methods ?? [],
    dynamic: options.dynamic,
    catchAll: options.catchAll,
    optional: options.optional === true,
    crud: options.crud === true,
    template: options.template,
    auth: options.auth,
    fallbacks: options.fallbacks,
  });
  const { project, problems } = await inspect(path.resolve(here.cwd, options.cwd ?? "."), options.base);
  failOnProblems([...wanted.problems, ...problems]);
  if (!project) throw new Error("The project is missing without a problem.");

  const replaces = options.force === true;
  const located = targetsOf(wanted.specs, project);
  const folders = located.targets.map(({ location }) => location.folder);
  const there = await survey(project.root, folders, {
    replaces,
    pageExtensions: project.config.pageExtensions,
  });

  const free = located.targets.filter(({ location }) => !there.blocked.has(location.folder));
  const planned = plan(free, project, (folder) => there.routes.get(folder));
  const paths = planned.plan.files.map((file) => file.path);
  const before = [...located.problems, ...there.problems, ...planned.problems];
  const inTheWay = obstacles(project.root, paths);
  failOnProblems(inTheWay.length > 0 ? [...before, ...inTheWay] : []);

  const files = render(planned.plan, templateRenderer(here.readTemplate));
  const compared = await diff(files, existingFiles(project.root), { replaces });
  failOnProblems([...before, ...compared.problems]);
  const { changes, warnings } = compared;

  const showsDiff = options.diff === true;
  const dryRun = options.dryRun === true || showsDiff;
  const { statePlaces, tool } = here;
  const committed = dryRun
    ? { isRecorded: false, warnings: [] }
    : commit(writesOf(changes), { root: project.root, statePlaces, tool });
  return {
    dryRun,
    showsDiff,
    project,
    changes,
    warnings: [...planned.plan.warnings, ...warnings, ...adviceOn(changes), ...committed.warnings],
    isRecorded: committed.isRecorded,
  };
}
