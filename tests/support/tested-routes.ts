import { failOnProblems } from "../../src/errors.js";
import type { RenderedFile, Warning } from "../../src/model.js";
import { plan } from "../../src/plan/plan.js";
import { testWriter } from "../../src/plan/tests/test-writer.js";
import { targetsOf } from "../../src/plan/targets.js";
import { habitsOf, type HabitWishes } from "../../src/project/habits/habits.js";
import { noTestsHere, type TestsHere } from "../../src/project/tests-here.js";
import { dress } from "../../src/render/dress.js";
import { render } from "../../src/render/render.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../src/spec/route-spec.js";
import { runnerNames, type RunnerName } from "../../src/spec/tests.js";
import { everyProvider } from "./every-provider.js";
import { everyLibrary } from "./every-library.js";
import { neighboursIn } from "./neighbours.js";
import { prismaWithPosts } from "./prisma-with-posts.js";
import { projectOf, renderTemplate, requestOf } from "./pipeline.js";

/** An app with every runner; none of them is its own. */
export const everyRunner: TestsHere = {
  ...noTestsHere,
  runners: new Map(runnerNames.map((name) => [name, { isReady: true }])),
};

/** What stands around routes that are written with tests. */
export interface TestedNear {
  readonly tests?: Partial<TestsHere>;
  readonly files?: Readonly<Record<string, string>>;
  readonly wishes?: HabitWishes;
  readonly project?: ReturnType<typeof projectOf>;
}

/** The pure stages in one: routes with their tests, as they would be written, and what is said of them. */
export function renderTested(
  routes: readonly string[],
  runner: RunnerName,
  options: Partial<RouteRequest> = {},
  { tests = {}, files = {}, wishes = new Map(), project = projectOf() }: TestedNear = {},
): { files: RenderedFile[]; warnings: readonly Warning[] } {
  const { specs, problems } = parseRouteSpecs(requestOf(routes, { ...options, test: runner }));
  failOnProblems(problems);
  const located = targetsOf(specs, project);
  const planned = plan(located.targets, project, (folder) => ({
    there: undefined,
    habits: habitsOf(neighboursIn(files, folder), wishes),
    ...everyProvider,
    ...(typeof options.validate === "string" || options.data === "prisma"
      ? { stack: { ...everyLibrary, ...(options.data === "prisma" ? { prisma: prismaWithPosts } : {}) } }
      : {}),
    writeTest: testWriter({ ...everyRunner, ...tests }),
  }));
  failOnProblems([...located.problems, ...planned.problems]);
  return { files: dress(render(planned.plan, renderTemplate)), warnings: planned.plan.warnings };
}
