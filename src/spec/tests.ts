/** What shows that an app has a test runner, and what is told who lacks it. */
interface RunnerRow {
  readonly title: string;
  readonly summary: string;
  /** What has to be installed, with what it takes to run TypeScript where that is a package of its own. */
  readonly package: string;
  /** The first major that has what the tests call. */
  readonly since: number;
  /** What else a package manager is told to install with it. */
  readonly install?: string;
  /** Whether the package is used for other things too: then it is no sign. */
  readonly isVague?: boolean;
  /** The names of its configuration files. */
  readonly configFile?: RegExp;
  /** The key of package.json that holds its configuration. */
  readonly configKey?: string;
  /** What a script runs that runs the tests. */
  readonly command: RegExp;
  /** What a test imports to use it. */
  readonly imports: readonly string[];
  /** What runs one test file. */
  readonly run: string;
}

/** The test runners, by the name that `--test` takes. How each is written for is in plan/tests. */
export const runnerTable = {
  vitest: {
    title: "Vitest",
    summary: "Vitest, with the data module spied on",
    package: "vitest",
    since: 3,
    configFile: /^vitest\.(config|workspace)\.[cm]?[jt]s$/,
    command: /(?<![\w-])vitest(?![\w-])/,
    imports: ["vitest"],
    run: "npx vitest run",
  },
  jest: {
    title: "Jest",
    summary: "Jest, with the data module mocked",
    package: "jest",
    since: 29,
    install: "jest @types/jest @swc/jest @swc/core",
    configFile: /^jest\.config\.([cm]?[jt]s|json)$/,
    configKey: "jest",
    command: /(?<![\w-@])jest(?![\w-])/,
    imports: ["@jest/globals"],
    run: "npx jest",
  },
  node: {
    title: "node:test",
    summary: "Node's own node:test, through tsx",
    package: "tsx",
    since: 4,
    isVague: true,
    command: /(?<![\w-])(node|tsx)(?![\w-])[^&|;]*\s--test(?![\w-])/,
    imports: ["node:test"],
    run: "npx tsx --test",
  },
} as const satisfies Record<string, RunnerRow>;

export type RunnerName = keyof typeof runnerTable;

export const runnerNames = Object.keys(runnerTable) as RunnerName[];

/** What `--test` takes to write no tests, where the project's settings ask for them. */
export const noTest = "none";

/** A runner, or `any`: the one that the app has. */
export type TestChoice = RunnerName | "any";

export function isRunner(text: string): text is RunnerName {
  return Object.hasOwn(runnerTable, text);
}

export function runnerOf(name: RunnerName): RunnerRow {
  return runnerTable[name];
}
