/** What shows that an app has a test runner, and what is told who lacks it. */
interface RunnerRow {
  readonly title: string;
  readonly summary: string;
  /** The package that shows it. */
  readonly package: string;
  /** The first major that has what the tests call. */
  readonly since: number;
  /** What a package manager is told to install: with what it takes to run TypeScript. */
  readonly install: string;
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
}

/** The test runners, by the name that `--test` takes. How each is written for is in plan/tests. */
export const runnerTable = {
  vitest: {
    title: "Vitest",
    summary: "Vitest, with the data module spied on",
    package: "vitest",
    since: 3,
    install: "vitest",
    configFile: /^vitest\.(config|workspace)\.[cm]?[jt]s$/,
    command: /(?<![\w-])vitest(?![\w-])/,
    imports: ["vitest"],
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
  },
  node: {
    title: "node:test",
    summary: "Node's own node:test, through tsx",
    package: "tsx",
    since: 4,
    install: "tsx",
    isVague: true,
    command: /(?<![\w-])(node|tsx)(?![\w-])[^&|;]*\s--test(?![\w-])/,
    imports: ["node:test"],
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
