import type { OpenFindings } from "../cache/findings.js";
import { failOnProblems, placed, type Problem } from "../errors.js";
import { formattingBy } from "../format/formatting.js";
import type { FileChange, Project, Warning } from "../model.js";
import type { CreateOptions } from "../options.js";
import { adviceOn } from "../plan/advice.js";
import { conflictsOf } from "../plan/conflicts.js";
import { publicFileWarnings } from "../plan/public-urls.js";
import { dataModulePath } from "../plan/source-site.js";
import { targetsOf, type Target } from "../plan/targets.js";
import type { Vicinity } from "../plan/vicinity.js";
import { readAccess } from "../project/access-near.js";
import { existingFiles } from "../project/existing-files.js";
import { levelsOfRepository } from "../project/folders-above.js";
import { findFormatter } from "../project/find-formatter.js";
import { folderLooks, type LookAtFolder } from "../project/folder-looks.js";
import type { FormatterName } from "../project/formatters.js";
import { noHabits } from "../project/habits/habits.js";
import { readHabits } from "../project/neighbours.js";
import { obstacles } from "../project/obstacles.js";
import type { OwnTemplates } from "../project/own-templates.js";
import type { PathAlias } from "../project/path-aliases.js";
import { publicFileAt } from "../project/public-files.js";
import { exportedBy } from "../project/exported-by.js";
import { survey } from "../project/survey.js";
import { noStackHere, readStack } from "../project/stack-here.js";
import { asksApp } from "../spec/data-sources.js";
import { hasDataModule } from "../spec/templates.js";
import { aliasReader, hasNoNullChecks, javaScriptProblems } from "../project/tsconfig-paths.js";
import { ticksOf, type Progress } from "../progress.js";
import { templateSource, type BuiltInTemplates } from "../render/template-source.js";
import { diff } from "../write/diff.js";
import { plannedTexts } from "./made-files.js";
import type { readAsWritten } from "./as-written.js";
import { isPartOf, ownTemplateProblems } from "./own-templates.js";
import { habitsWished, type Wanted } from "./wanted.js";

/** A run up to its last step: what would be written. */
export interface Prepared {
  readonly changes: readonly FileChange[];
  readonly formatter: FormatterName | undefined;
  readonly warnings: readonly Warning[];
}

/** What templates there are, who is told how far it is, and what earlier runs found. */
interface PrepareSurroundings {
  readonly templates: BuiltInTemplates;
  readonly own: OwnTemplates;
  readonly progress: Progress;
  readonly openFindings?: OpenFindings | undefined;
}

/**
 * All of a run but the writing.
 *
 * @throws RunError with everything that is wrong.
 */
export async function prepare(
  wanted: Wanted,
  project: Project,
  options: CreateOptions,
  { templates, own, progress, openFindings }: PrepareSurroundings,
): Promise<Prepared> {
  const replaces = options.force === true;
  const located = targetsOf(wanted.specs, project);
  const { targets } = located;
  const conflicts = conflictsOf(targets, project);
  const fail = (problems: readonly Problem[]) => {
    failOnProblems(problems.map((problem) => placed(problem, placeOf(problem, targets))));
  };
  const chosen = wanted.specs.map(({ template }) => template);
  const untidy = await ownTemplateProblems(own, templates, isPartOf(chosen));
  const misplaced = [
    ...javaScriptProblems(project.root),
    ...untidy,
    ...located.problems,
    ...conflicts.problems,
  ];

  const folders = targets.map(({ location }) => location.folder);
  const look = folderLooks(project.root);
  const there = await survey(
    project.root,
    folders,
    {
      replaces,
      pageExtensions: project.config.pageExtensions,
      tick: ticksOf(progress, "Reading what is there"),
    },
    look,
  );

  if (wanted.problems.length > 0) {
    // What is wanted is not sure, and so not planned; what is in its way all the same is.
    const places = folders.map((folder) => there.routes.get(folder)?.path ?? `${folder}/route.ts`);
    fail([...wanted.problems, ...misplaced, ...there.problems, ...obstacles(project.root, places, look)]);
  }

  const free = targets.filter(({ location }) => !there.blocked.has(location.folder));
  const aliases = aliasReader(project.root);
  const habits = await readHabits(project, habitsWished(targets, wanted), {
    tick: ticksOf(progress, "Reading habits"),
    openFindings,
  });
  const isGuarded = wanted.specs.some(({ auth }) => auth !== undefined);
  const access = await readAccess(project.root, habits.values(), there.routes.values(), {
    isGuarded,
    openFindings,
  });
  const guards = isGuarded ? await guardsHere(project.root) : {};
  const isTested = wanted.specs.some(({ test }) => test !== undefined);
  const tests = isTested ? await testsHere(project.root, aliases) : {};
  const keepsResource = wanted.specs.some(({ template }) => hasDataModule(template.base));
  const forData = wanted.specs.some(({ data }) => asksApp(data));
  const levels = levelsOfRepository(project.root);
  const stack = keepsResource ? await readStack(project.root, { forData }, levels) : noStackHere;
  const modules = replaces
    ? new Map<string, ReadonlySet<string>>()
    : await dataModulesThere(free, project.root, look);
  const existing = { ...existingFiles(project.root, look), edits: () => import("../write/edits.js") };
  const formatter =
    options.format === false ? undefined : findFormatter(project.root, `${project.base}/route.ts`, levels);
  const around = (folder: string) => ({
    there: there.routes.get(folder),
    habits: habits.get(folder) ?? noHabits,
    aliases,
    hasNoNullChecks: () => hasNoNullChecks(project.root),
    access,
    ...guards,
    ...tests,
    stack,
    set: wanted.set,
    exported: modules.get(folder),
  });
  const making = {
    own,
    find: templateSource(templates, own.texts),
    existing,
    isFormatted: formatter !== undefined,
    tick: ticksOf(progress, "Planning"),
  };
  const asWritten = isTested ? await writtenThere(free, { project, around, making, replaces }) : undefined;
  const near = asWritten
    ? (folder: string) => ({ ...around(folder), asWritten: asWritten.get(folder) })
    : around;
  const planned = await plannedTexts(free, project, near, making);
  const before = [...misplaced, ...there.problems, ...planned.problems];
  const inTheWay = obstacles(project.root, planned.paths, look);
  fail(inTheWay.length > 0 ? [...before, ...inTheWay] : []);

  // What is known to be broken is not run.
  fail(untidy.length > 0 ? before : []);
  const { files, problems: faults } = await planned.make();
  fail(faults.length > 0 ? [...before, ...faults] : []);
  // Nothing is formatted for a run that has failed.
  const formatting = formattingBy(before.length > 0 ? undefined : formatter, project.root);
  const compared = await diff(files, existing, {
    replaces,
    format: formatting.format,
    tick: ticksOf(progress, "Comparing and formatting"),
  });
  fail([...before, ...compared.problems]);
  const fileAt = (url: string) => publicFileAt(project.root, url, look);
  return {
    changes: compared.changes,
    formatter: formatting.name,
    warnings: [
      ...planned.warnings,
      ...conflicts.warnings,
      ...(look("public") ? publicFileWarnings(targets, project.appDir, fileAt) : []),
      ...compared.warnings,
      ...formatting.warnings(),
      ...adviceOn(compared.changes),
    ],
  };
}

/** What chooses guards, and what the app has of the providers. */
async function guardsHere(root: string): Promise<Pick<Vicinity, "auth" | "chooseGuard">> {
  const { readAuth } = await import("../project/auth-here.js");
  const { chooseGuard } = await import("../plan/auth/choose-guard.js");
  return { auth: await readAuth(root), chooseGuard };
}

/** What writes tests as this app has them. */
async function testsHere(
  root: string,
  aliases: () => readonly PathAlias[],
): Promise<Pick<Vicinity, "writeTest">> {
  const { readTests } = await import("../project/tests-here.js");
  const { testWriter } = await import("../plan/tests/test-writer.js");
  return { writeTest: testWriter(readTests(root, aliases)) };
}

/** What of the routes that are to get a test is there already, as the run would write it. */
const writtenThere: typeof readAsWritten = async (targets, site) => {
  const { readAsWritten: read } = await import("./as-written.js");
  return read(targets, site);
};

/** What the data modules export that are there, by the folders of the routes that would use them. */
async function dataModulesThere(
  targets: readonly Target[],
  root: string,
  look: LookAtFolder,
): Promise<Map<string, ReadonlySet<string>>> {
  const known = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  const found = new Map<string, ReadonlySet<string>>();
  for (const target of targets) {
    const module = dataModulePath(target);
    if (module === undefined) continue;
    const names = known.get(module) ?? exportedBy(root, module, look);
    known.set(module, names);
    const exported = await names;
    if (exported) found.set(target.location.folder, exported);
  }
  return found;
}

/** Where the route was asked for that a problem is about, if that was in a file. */
function placeOf({ path }: Problem, targets: readonly Target[]): Problem["at"] {
  if (path === undefined) return undefined;
  const holds = ({ location: { folder } }: Target) => path === folder || path.startsWith(`${folder}/`);
  // Of several, the nearest folder: `posts/[id]` lies in `posts`.
  const near = targets.filter(holds).sort((a, b) => b.location.folder.length - a.location.folder.length)[0];
  return near?.spec.at;
}
