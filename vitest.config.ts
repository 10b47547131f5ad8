import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

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
const projects = ["matrix", "live-older", "live-16", "editing", "e2e", "mutants", "golden", "habits", "unit"];

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

export default defineConfig({
  test: {
    // Most of the time a test waits for a program of its own, or for one core: the other one is for another file.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/property-seed.ts"],
          testTimeout: 1 * minutes,
          // Many small files that keep nothing in a module: to load the tool for each takes longer than to test it.
          isolate: false,
        },
      },
      { test: { name: "golden", include: ["tests/golden/*.test.ts"], testTimeout: 3 * minutes } },
      {
        test: {
          name: "habits",
          include: ["tests/habits/*.test.ts"],
          setupFiles: ["tests/support/property-seed.ts"],
          testTimeout: 3 * minutes,
        },
      },
      {
        test: {
          name: "editing",
          include: ["tests/editing/*.test.ts"],
          setupFiles: ["tests/support/property-seed.ts"],
          testTimeout: 10 * minutes,
        },
      },
      { test: { name: "matrix", include: ["tests/matrix/*.test.ts"], testTimeout: 10 * minutes } },
      { test: { name: "mutants", include: ["tests/mutants/*.test.ts"], testTimeout: 30 * minutes } },
      served("e2e", "tests/e2e/**/*.test.ts"),
      served("live-16", "tests/live/next-16*.test.ts"),
      served("live-older", "tests/live/next-1[345].test.ts"),
    ],
  },
});

/** Tests that install, build and serve apps. */
function served(name: string, include: string) {
  return {
    test: {
      name,
      include: [include],
      // An app that is installed or served leaves a core to the one that is built beside it.
      testTimeout: 5 * minutes,
      hookTimeout: 10 * minutes,
    },
  };
}
