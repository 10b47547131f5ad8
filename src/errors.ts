/**
 * Every error that a user can meet, once. The code is permanent: scripts match on it, and it can be searched for.
 * `exit` is the process's exit code: 1 failed or conflict, 2 wrong usage, 130 cancelled at a prompt.
 */
export const errorCodes = {
  USAGE: { exit: 2, when: "an option or argument is unknown or incomplete" },
  CANCELLED: { exit: 130, when: "a question was cancelled, or the plan was declined" },
  ROUTE_MISSING: { exit: 2, when: "no route was given" },
  ROUTE_INVALID: { exit: 2, when: "a route, or a segment of it, is not one that Next.js can serve" },
  ROUTE_OUTSIDE_APP: { exit: 2, when: "a route would be written outside the app folder" },
  ROUTE_RESERVED: { exit: 2, when: "a route is spelled like a command of the tool" },
  PARAM_REPEATED: { exit: 2, when: "a path has one parameter twice, or two that are the same to Next.js" },
  CATCH_ALL_NOT_LAST: { exit: 2, when: "a path goes on after a catch-all" },
  OPTIONAL_PARAM: { exit: 2, when: "a single parameter is written as optional, like `[[id]]`" },
  ROUTE_REPEATED: {
    exit: 2,
    when: "a route, or what two routes share, is asked for twice, in different ways",
  },
  SPEC_UNREADABLE: { exit: 2, when: "the file given with --from is not there, or is neither YAML nor JSON" },
  SPEC_INVALID: { exit: 2, when: "the file given with --from says something unknown, or in the wrong way" },
  METHOD_UNKNOWN: { exit: 2, when: "a method is not one that a route handler can export" },
  TEMPLATE_UNKNOWN: { exit: 2, when: "there is no template of that name" },
  TEMPLATE_INVALID: {
    exit: 1,
    when: "a template of the project's own does not compile, asks for what there is not, or writes what is no route",
  },
  TEMPLATE_TYPES: { exit: 1, when: "what a template writes does not compile in this project" },
  NOT_INSTALLED: { exit: 1, when: "what a check needs of the project's dependencies is not installed" },
  AUTH_UNKNOWN: { exit: 2, when: "there is no auth provider of that name" },
  AUTH_MISSING: {
    exit: 1,
    when: "the auth provider that was asked for is not installed in the app, or not set up",
  },
  ROLE_MISSING: {
    exit: 1,
    when: "a role was asked for, and the guard knows of none in this app",
  },
  FIELD_INVALID: { exit: 2, when: "a field of --fields has no clear name or type, or is there twice" },
  VALIDATION_UNKNOWN: { exit: 2, when: "there is no schema library of that name" },
  VALIDATION_MISSING: { exit: 1, when: "the schema library that was asked for is not installed in the app" },
  DATA_MISSING: {
    exit: 1,
    when: "the data source cannot be had: a package, a file or a table is missing or does not fit",
  },
  DATA_UNKNOWN: { exit: 2, when: "there is no data source of that name" },
  GUARD_UNSEEN: {
    exit: 1,
    when: "the app's own guard was asked for, and no handler near the route shows one",
  },
  TEST_UNKNOWN: { exit: 2, when: "there is no test runner of that name" },
  TEST_MISSING: { exit: 1, when: "a test was asked for, and the app has no runner for it" },
  HABIT_UNKNOWN: { exit: 2, when: "there is no habit of that name, or it has no such value" },
  CONFIG_INVALID: { exit: 1, when: "the project's own settings cannot be read, or say something unknown" },
  NOT_A_FOLDER: { exit: 2, when: "the folder given with --cwd does not exist" },
  NOT_A_NEXT_APP: { exit: 1, when: "no folder from here upwards is a Next.js app" },
  SEVERAL_APPS: { exit: 2, when: "several packages of the workspace are Next.js apps, and none is named" },
  NO_APP_FOLDER: { exit: 1, when: "the project has neither app/ nor src/app/" },
  PROJECT_UNREADABLE: { exit: 1, when: "a file of the project cannot be read or understood" },
  NEXT_TOO_OLD: { exit: 1, when: "the installed Next.js has no route handlers" },
  ROUTE_AND_PAGE: { exit: 1, when: "a page answers the URL of a new route" },
  URL_TWICE: { exit: 1, when: "another route or metadata file answers the URL of a new route" },
  PAGES_ROUTER_URL: { exit: 1, when: "a file of the Pages Router answers the URL of a new route" },
  PARAM_NAMES_DIFFER: { exit: 1, when: "a parameter has another name in the same position of another route" },
  PAGES_APART: { exit: 1, when: "the app and the pages folder do not lie side by side" },
  CATCH_ALL_TWICE: { exit: 1, when: "a required and an optional catch-all are in one position" },
  OPTIONAL_BESIDE_PARENT: { exit: 1, when: "an optional catch-all takes a URL that has a file of its own" },
  CASE_DIFFERS: { exit: 1, when: "a folder differs from another one only in upper and lower case" },
  NAME_UNSERVED: { exit: 1, when: "a route lies in a folder whose name Next.js finds in no URL" },
  PAGE_EXTENSIONS: { exit: 1, when: "next.config's pageExtensions leaves no ending for a TypeScript route" },
  TSCONFIG_MISSING: {
    exit: 1,
    when: "the app is in JavaScript, and with a TypeScript file in it Next.js would lose the paths of its jsconfig.json",
  },
  STATIC_EXPORT: { exit: 1, when: "a handler would be lost, because the app is exported as static files" },
  FILE_EXISTS: { exit: 1, when: "a file is there already and is not what would be written" },
  FILE_CHANGED: { exit: 1, when: "a file was changed by another process while the run was at work" },
  PROJECT_BUSY: { exit: 1, when: "another run is writing to the project" },
  PUBLIC_MUTATION: {
    exit: 1,
    when: "handlers that change something are public, and `list --public` was asked for",
  },
  UNDO_CONFLICT: { exit: 1, when: "every file of the run to be taken back was changed since" },
  WRITE_FAILED: { exit: 1, when: "the file system refused a write; what was there is back" },
  INTERNAL: { exit: 1, when: "the tool itself is at fault" },
} as const satisfies Record<string, { exit: ExitCode; when: string }>;

type ExitCode = 1 | 2 | 130;

export type ErrorCode = keyof typeof errorCodes;

/** One thing that is wrong, in the words of the user: what and why in `message`, what to do in `hint`. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  /** The file or folder of the project that it is about, relative to the root, with `/`. */
  readonly path?: string;
  /** The place in a file of the user's that it is about: where a route was asked for, or what is wrong with a template. */
  readonly at?: Place;
  /** The place in what a template writes. */
  readonly written?: Place;
}

/** A place in a file of the user's: as they named it, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The same problem, with the place of what it is about; one that has a place keeps it. */
export function placed(problem: Problem, at: Place | undefined): Problem {
  return at === undefined || problem.at ? problem : { ...problem, at };
}

/**
 * Everything that is wrong with a run, told at once. Thrown before anything is written, or after what was written has
 * been taken back: no files were written, unless `filesLeft` names some that could not be taken back.
 */
export class RunError extends Error {
  readonly problems: readonly [Problem, ...Problem[]];
  readonly filesLeft: readonly string[];

  constructor(
    problems: readonly [Problem, ...Problem[]],
    options: ErrorOptions & { filesLeft?: readonly string[] } = {},
  ) {
    super(problems.map((problem) => problem.message).join("\n"), options);
    this.name = "RunError";
    this.problems = problems;
    this.filesLeft = options.filesLeft ?? [];
  }

  get exitCode(): ExitCode {
    return errorCodes[decisive(this.problems).code].exit;
  }
}

/** The problem that has the exit code of all: wrong usage goes before a failure, because it is what the user can mend first. */
export function decisive(problems: RunError["problems"]): Problem {
  const exits = ([130, 2, 1] as const).map((exit) =>
    problems.find(({ code }) => errorCodes[code].exit === exit),
  );
  return exits.find((problem) => problem !== undefined) ?? problems[0];
}

/**
 * Throws a {@link RunError} with all of the problems, each once and those of one file in its order; does nothing when there
 * are none.
 */
export function failOnProblems(problems: readonly Problem[]): void {
  const key = ({ message, at }: Problem) => JSON.stringify([message, at]);
  const once = [...new Map(problems.map((problem) => [key(problem), problem])).values()];
  const [first, ...rest] = once.sort(byPlace);
  if (first) throw new RunError([first, ...rest]);
}

function byPlace({ at: one }: Problem, { at: other }: Problem): number {
  if (!one || !other) return Number(one !== undefined) - Number(other !== undefined);
  return one.line - other.line || one.column - other.column;
}

/** A question was not answered, or the plan was declined. */
export function cancelled(): RunError {
  return new RunError([
    { code: "CANCELLED", message: "Cancelled.", hint: "Run the command again to start anew." },
  ]);
}
