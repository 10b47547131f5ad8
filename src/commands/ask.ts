import { cancelled, failOnProblems, RunError, type ErrorCode } from "../errors.js";
import type { Project } from "../model.js";
import type { CreateOptions } from "../options.js";
import { conflictsOf } from "../plan/conflicts.js";
import { routeCompletions } from "../plan/route-completions.js";
import { appSources } from "../plan/data/choose-data.js";
import { ownLibraries } from "../plan/validation/choose-validation.js";
import { sourceSite } from "../plan/source-site.js";
import { noDrizzleHere } from "../project/drizzle/resource.js";
import { noPrismaHere } from "../project/prisma/resource.js";
import { readStack } from "../project/stack-here.js";
import { targetsOf } from "../plan/targets.js";
import { readAuth, readyProviders, usableProviders } from "../project/auth-here.js";
import { noHabits } from "../project/habits/habits.js";
import { readTests } from "../project/tests-here.js";
import { aliasReader } from "../project/tsconfig-paths.js";
import type { OwnTemplates } from "../project/own-templates.js";
import { planText, problemLines } from "../report/text.js";
import { complete } from "../spec/complete.js";
import type { AskedApp } from "../spec/route-questions.js";
import type { Prompter } from "../spec/questions.js";
import { isKindOpen } from "../spec/route-kind-question.js";
import type { RouteRequest } from "../spec/route-request.js";
import { parseRouteSpecs } from "../spec/route-spec.js";
import type { Settings } from "../spec/settings.js";
import type { Surroundings } from "./create.js";
import { guardNear } from "./guard-near.js";
import { prepare, type Prepared } from "./prepare.js";
import { wantedBy, wantedByAll, type Wanted } from "./wanted.js";

/** What was answered, and the run that follows from it. */
export interface Asked {
  readonly request: RouteRequest;
  readonly wanted: Wanted;
  readonly prepared: Prepared;
  /** Whether the plan was shown, with its warnings, and agreed to. */
  readonly isAgreed: boolean;
}

interface Run {
  readonly project: Project;
  readonly options: CreateOptions;
  readonly settings: Settings;
  readonly own: OwnTemplates;
  readonly prompter: Prompter;
  readonly here: Surroundings;
}

/**
 * Asks for what is missing, shows what would be written, and asks whether to write it. What cannot be written is told, and
 * asked for once more.
 *
 * @param isDry nothing will be written, so there is nothing to agree to.
 * @throws RunError `CANCELLED`, also where the plan is declined.
 */
export async function ask(given: RouteRequest, run: Run & { isDry: boolean }): Promise<Asked> {
  const { project, options, settings, own, prompter, here, isDry } = run;
  const app = appOf(run);
  const isOpen = given.routes.length === 0 && options.from === undefined;
  // What is wrong with every route is no matter of the answers.
  if (isOpen) failOnProblems(wantedBy({ ...given, routes: [anyRoute] }, options, settings).problems);
  let earlier: RouteRequest | undefined;
  for (;;) {
    const request = isOpen ? await complete(given, app, prompter, earlier) : given;
    try {
      const wanted = await wantedByAll(request, options, settings, here);
      const prepared = await prepare(wanted, project, options, { ...here, own }).finally(here.progress.clear);
      const isAgreed = !isDry && (await agree(prepared, prompter));
      return { request, wanted, prepared, isAgreed };
    } catch (error) {
      const isWrong = error instanceof RunError && error.exitCode !== 130;
      // What was given and not asked for cannot be asked for once more.
      if (!isWrong || !isOpen) throw error;
      prompter.tell(problemLines(error.problems, prompter.colors));
      earlier = request;
    }
  }
}

/** Shows the plan and asks for a yes; false where nothing would be written, and so nothing was asked. */
async function agree({ changes, warnings }: Prepared, { tell, confirm, colors }: Prompter): Promise<boolean> {
  if (changes.every(({ action }) => action === "unchanged")) return false;
  tell(`\n${planText(changes, warnings, colors)}\n`);
  if (await confirm({ message: changes.length === 1 ? "Write this file?" : "Write these files?" }))
    return true;
  throw cancelled();
}

/** A route that takes all options that go together. */
const anyRoute = "posts";

/** The conflicts of a route that do not depend on what it ends with. */
const conflictsOnTheWay: ReadonlySet<ErrorCode> = new Set([
  "PARAM_NAMES_DIFFER",
  "CATCH_ALL_TWICE",
  "CASE_DIFFERS",
]);

/** What the questions know of the app. */
function appOf({ project, prompter, here: { openFindings } }: Run): AskedApp {
  const folders = routeCompletions(project);
  const targets = (request: RouteRequest) => targetsOf(parseRouteSpecs(request).specs, project);
  return {
    problemsOf: (request) => {
      const located = targets(request);
      const conflicts = conflictsOf(located.targets, project).problems;
      return [
        ...parseRouteSpecs(request).problems,
        ...located.problems,
        // What it ends with is still to be asked: then only what is above it counts.
        ...conflicts.filter(({ code }) => !isKindOpen(request) || conflictsOnTheWay.has(code)),
      ];
    },
    placeOf: (request) => {
      const [target] = targets(request).targets;
      return target && `${target.location.folder}/route.${target.spec.path.extension ?? "ts"}`;
    },
    completions: (text) => folders.filter((folder) => folder.startsWith(text)),
    guardNear: async (request) => {
      const [folder] = targets(request).targets.map(({ location }) => location.folder);
      return folder === undefined ? undefined : guardNear(folder, project, openFindings);
    },
    providersHere: async () => {
      const here = await readAuth(project.root);
      return { usable: usableProviders(here), own: readyProviders(here)[0] };
    },
    stackNear: async (request) => {
      const stack = await readStack(project.root, { forData: true });
      const { prisma = noPrismaHere, drizzle = noDrizzleHere } = stack;
      const [target] = targets(request).targets;
      const segment = target && sourceSite(target, { habits: noHabits }).segment;
      return { sources: appSources({ prisma, drizzle, segment }), libraries: ownLibraries(stack) };
    },
    runnerHere: () => readTests(project.root, aliasReader(project.root)).own,
    told: (problems) => problemLines(problems, prompter.colors),
  };
}
