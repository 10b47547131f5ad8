import path from "node:path";
import { failOnProblems } from "../errors.js";
import type { Project, Report } from "../model.js";
import type { CreateOptions } from "../options.js";
import { adviceOn } from "../plan/advice.js";
import { plan } from "../plan/plan.js";
import { targetsOf, type Target } from "../plan/targets.js";
import { habitsOf, noHabits, type Habits, type HabitWishes } from "../project/habits/habits.js";
import { neighbourReader } from "../project/neighbours.js";
import { existingFiles } from "../project/existing-files.js";
import { inspect } from "../project/inspect.js";
import { obstacles } from "../project/obstacles.js";
import { aliasReader } from "../project/tsconfig-paths.js";
import { survey } from "../project/survey.js";
import { dress } from "../render/dress.js";
import { render } from "../render/render.js";
import { templateRenderer, type ReadTemplate } from "../render/template.js";
import { parseHabitWishes, type HabitWish } from "../spec/habit-wishes.js";
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
  const { project, problems } = inspect(path.resolve(here.cwd, options.cwd ?? "."), options.base);
  const habitWishes = parseHabitWishes(options.habit ?? []);
  failOnProblems([...wanted.problems, ...habitWishes.problems, ...problems]);
  if (!project) throw new Error("The project is missing without a problem.");

  const replaces = options.force === true;
  const located = targetsOf(wanted.specs, project);
  const folders = located.targets.map(({ location }) => location.folder);
  const there = await survey(project.root, folders, { replaces });

  const free = located.targets.filter(({ location }) => !there.blocked.has(location.folder));
  const aliases = aliasReader(project.root);
  const habits = await habitsAt(free, project, habitWishes.wishes);
  const planned = plan(free, project, (folder) => ({
    there: there.routes.get(folder),
    habits: habits.get(folder) ?? noHabits,
    aliases,
  }));
  const paths = planned.plan.files.map((file) => file.path);
  const before = [...located.problems, ...there.problems, ...planned.problems];
  const inTheWay = obstacles(project.root, paths);
  failOnProblems(inTheWay.length > 0 ? [...before, ...inTheWay] : []);

  const existing = existingFiles(project.root);
  const rendered = render(planned.plan, templateRenderer(here.readTemplate));
  const files = await dress(rendered, existing.parser);
  const compared = await diff(files, existing, { replaces });
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

/** How code is written at the place of each target. */
async function habitsAt(
  targets: readonly Target[],
  { root, tree }: Project,
  asked: readonly HabitWish[],
): Promise<Map<string, Habits>> {
  const neighboursOf = neighbourReader(root, tree.routes);
  const wishes: HabitWishes = new Map(asked.map(([name, value]) => [name, { value, source: "option" }]));
  const habits = new Map<string, Habits>();
  for (const { location } of targets) {
    habits.set(location.folder, habitsOf(await neighboursOf(location.folder), wishes));
  }
  return habits;
}
