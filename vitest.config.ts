import { availableParallelism } from "node:os";
import { defineConfig, type UserWorkspaceConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { withApps, withoutApps } from "./scripts/test-projects.mjs";

const minutes = 60_000;

// Node.js reads all the certificates in this file whenever it starts, which can take twice as long as the rest of its start:
// thousands of starts do without them, and `run` gives the file back to npm.
const { NODE_EXTRA_CA_CERTS } = process.env;
if (NODE_EXTRA_CA_CERTS !== undefined) process.env["CERTIFICATES_FOR_NPM"] = NODE_EXTRA_CA_CERTS;
delete process.env["NODE_EXTRA_CA_CERTS"];

// TypeScript 7 is a program in Go that lives for seconds: it takes a fifth less time if it never clears up.
process.env["GOGC"] ??= "off";

/** The files that take longest, a minute or more on two cores, in this order. */
const longest = [
  "matrix/types",
  "e2e/own-templates",
  "e2e/auth",
  "e2e/route-tests",
  "editing/odd-routes",
  "e2e/no-terminal",
  "editing/formatted-files",
  "live/next-15",
  "e2e/drizzle",
  "live/next-16",
  "live/next-16-cache-components",
  "live/next-14",
  "e2e/main-job",
  "e2e/prisma",
  "unit/write/commit-kills",
  "unit/write/commit-faults",
  "e2e/validation",
  "e2e/help-and-completion",
  "live/next-13",
  "mutants/mutants",
];

/** The projects of the others, by how long their files take. */
const projects: readonly string[] = [...withApps, ...withoutApps];

/** What is started last is short, so that no core waits for the other one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return place === -1 ? longest.length + projects.indexOf(project.name) : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const properties = ["tests/support/property-seed.ts"];

/** Tests that install, build and serve apps. */
const served = {
  // An app that is installed or served leaves a core to the one that is built beside it.
  testTimeout: 5 * minutes,
  hookTimeout: 10 * minutes,
};

const settings: Record<(typeof withApps | typeof withoutApps)[number], UserWorkspaceConfig["test"]> = {
  unit: {
    include: ["tests/unit/**/*.test.ts"],
    setupFiles: properties,
    testTimeout: 1 * minutes,
    // Many small files that keep nothing in a module: to load the tool for each takes longer than to test it.
    isolate: false,
  },
  golden: { include: ["tests/golden/*.test.ts"], testTimeout: 3 * minutes },
  habits: { include: ["tests/habits/*.test.ts"], setupFiles: properties, testTimeout: 3 * minutes },
  editing: { include: ["tests/editing/*.test.ts"], setupFiles: properties, testTimeout: 10 * minutes },
  matrix: { include: ["tests/matrix/*.test.ts"], testTimeout: 10 * minutes, hookTimeout: 2 * minutes },
  mutants: { include: ["tests/mutants/*.test.ts"], testTimeout: 30 * minutes },
  e2e: { include: ["tests/e2e/**/*.test.ts"], ...served },
  "live-16": { include: ["tests/live/next-16*.test.ts"], ...served },
  "live-older": { include: ["tests/live/next-1[345].test.ts"], ...served },
};

export default defineConfig({
  test: {
    // Most of the time a test waits for a program of its own, or for one core: the other one is for another file.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: Object.entries(settings).map(([name, test]) => ({ test: { name, ...test } })),
  },
});
