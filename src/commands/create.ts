import path from "node:path";
import { failOnProblems } from "../errors.js";
import { formattingBy } from "../format/formatting.js";
import type { Report } from "../model.js";
import type { CreateOptions } from "../options.js";
import { adviceOn } from "../plan/advice.js";
import { conflictsOf } from "../plan/conflicts.js";
import { plan } from "../plan/plan.js";
import { publicFileWarnings } from "../plan/public-urls.js";
import { targetsOf } from "../plan/targets.js";
import { noHabits, type HabitWish, type HabitWishes } from "../project/habits/habits.js";
import { readHabits } from "../project/neighbours.js";
import { existingFiles } from "../project/existing-files.js";
import { findFormatter } from "../project/find-formatter.js";
import { findProject } from "../project/find-project.js";
import { inspect } from "../project/inspect.js";
import { obstacles } from "../project/obstacles.js";
import { publicFileAt } from "../project/public-files.js";
import { readSettings } from "../project/settings-file.js";
import { aliasReader } from "../project/tsconfig-paths.js";
import { survey } from "../project/survey.js";
import { dress } from "../render/dress.js";
import { render } from "../render/render.js";
import { templateRenderer, type ReadTemplate } from "../render/template.js";
import { parseHabitWishes } from "../spec/habit-wishes.js";
import type { HabitName } from "../spec/habits.js";
import { withSettings, type Settings } from "../spec/settings.js";
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
  given: CreateOptions,
  here: Surroundings,
): Promise<Report> {
  const found = findProject(path.resolve(here.cwd, given.cwd ?? "."));
  const { settings, problems: unset } = readSettings(found.root);
  const options = withSettings(given, settings);
  const wanted = wantedBy(routes, options, settings);
  const { project, problems } = await inspect(found, options.base);
  const asked = [...unset, ...wanted.problems];
  if (!project) {
    failOnProblems([...asked, ...problems]);
    throw new Error("The project is missing without a problem.");
  }

  const replaces = options.force === true;
  const located = targetsOf(wanted.specs, project);
  const conflicts = conflictsOf(located.targets, project);
  const misplaced = [...located.problems, ...conflicts.problems];
  failOnProblems(asked.length > 0 ? [...asked, ...misplaced] : []);

  const folders = located.targets.map(({ location }) => location.folder);
  const there = await survey(project.root, folders, {
    replaces,
    pageExtensions: project.config.pageExtensions,
  });

  const free = located.targets.filter(({ location }) => !there.blocked.has(location.folder));
  const aliases = aliasReader(project.root);
  const habits = await readHabits(project, folders, wanted.habits);
  const planned = plan(free, project, (folder) => ({
    there: there.routes.get(folder),
    habits: habits.get(folder) ?? noHabits,
    aliases,
  }));
  const paths = planned.plan.files.map((file) => file.path);
  const before = [...misplaced, ...there.problems, ...planned.problems];
  const inTheWay = obstacles(project.root, paths);
  failOnProblems(inTheWay.length > 0 ? [...before, ...inTheWay] : []);

  const existing = existingFiles(project.root);
  const files = dress(render(planned.plan, templateRenderer(here.readTemplate)));
  const formatter = options.format ? findFormatter(project.root, `${project.base}/route.ts`) : undefined;
  // Nothing is formatted for a run that has failed.
  const formatting = formattingBy(before.length > 0 ? undefined : formatter, project.root);
  const compared = await diff(files, existing, { replaces, format: formatting.format });
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
    place: placeOf(project.root, here.cwd),
    formatter: formatting.name,
    changes,
    warnings: [
      ...planned.plan.warnings,
      ...conflicts.warnings,
      ...publicFileWarnings(located.targets, project.appDir, (url) => publicFileAt(project.root, url)),
      ...warnings,
      ...formatting.warnings(),
      ...adviceOn(changes),
      ...committed.warnings,
    ],
    isRecorded: committed.isRecorded,
  };
}

/** A folder as it is seen from another one above it. */
function placeOf(root: string, cwd: string): string | undefined {
  const way = path.relative(cwd, root).replaceAll(path.sep, "/");
  return way === "" || way.startsWith("..") || path.isAbsolute(way) ? undefined : way;
}

/** What the command line and the project's settings ask for. */
function wantedBy(routes: readonly string[], options: CreateOptions, settings: Settings) {
  const { specs, problems } = parseRouteSpecs({
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
  const asked = parseHabitWishes(options.habit ?? []);
  const habits: HabitWishes = new Map<HabitName, HabitWish>([
    ...settings.habits.map(([name, value]) => [name, { value, source: "config" }] as const),
    ...asked.wishes.map(([name, value]) => [name, { value, source: "option" }] as const),
  ]);
  return { specs, habits, problems: [...problems, ...asked.problems] };
}
