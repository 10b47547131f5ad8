import type { CommandOptionRow, OptionRow, ValueKind, ValueTypes } from "./option-row.js";
import { authNames, authTable, authWithRoles, defaultAuth, noAuth } from "./spec/auth.js";
import type { CommandName } from "./spec/commands.js";
import { dataNames, dataTable, defaultData } from "./spec/data-sources.js";
import { defaultValidation, validationNames, validationTable } from "./spec/validation.js";
import { defaultFields } from "./spec/fields.js";
import { methods } from "./spec/methods.js";
import { publicPath } from "./spec/public-paths.js";
import { routeKinds } from "./spec/route-kinds.js";
import { defaultTemplate, ownTemplateName, templateNames, templateTable } from "./spec/templates.js";
import { noTest, runnerNames, runnerTable } from "./spec/tests.js";

const defaultMethods = Object.entries(routeKinds)
  .filter(([kind]) => kind !== "optional-catch-all")
  .map(([kind, row]) => `${row.defaultMethods.join(",")} for ${kind === "item" ? "an" : "a"} ${kind}`)
  .join("; ");

/**
 * Every option that a user can give, once: the flag, its help, what its value is, and the question that asks for it. The
 * program, the type of the input, the help, the prompts, the completion, the fields of a file for --from, the schemas and
 * the README's table come from here.
 *
 * `value`: a `flag` is on or off; what is `negated` is on unless it is switched off, and its opposite is an option too; `text` takes one value; `list` may be repeated; `optional-text` may stand alone.
 * `group`: what is in `Route` describes a route, and is a field of a file for --from.
 * `isSetting`: a project can set it for itself, under the same name.
 * `also`: the commands beside the main job that have it too.
 */
export const createOptions = {
  methods: {
    flags: "-m, --methods <list>",
    value: "list",
    group: "Route",
    help: "methods to handle, e.g. GET,POST",
    builtIn: defaultMethods,
    choices: methods.map((name) => ({ name })),
    question: "Which methods?",
  },
  dynamic: {
    flags: "-d, --dynamic [param]",
    value: "optional-text",
    group: "Route",
    help: "end each route with [param]",
    builtIn: routeKinds.item.parameter,
    kind: { name: "item", summary: "one of them: read, update, delete" },
  },
  crud: {
    flags: "--crud",
    value: "flag",
    group: "Route",
    help: "write a collection and its item: posts and posts/[id]",
    kind: { name: "both", summary: "a collection and its item" },
  },
  catchAll: {
    flags: "-c, --catch-all [param]",
    value: "optional-text",
    group: "Route",
    help: "end each route with [...param]",
    builtIn: routeKinds["catch-all"].parameter,
    kind: { name: "catch-all", summary: "every path below it" },
  },
  optional: {
    flags: "--optional",
    value: "flag",
    group: "Route",
    help: "make that catch-all optional: [[...param]]",
    kind: { name: "optional catch-all", summary: "every path below it, and its own" },
  },
  template: {
    flags: "-t, --template <name>",
    value: "text",
    group: "Route",
    isSetting: true,
    help: `what the handlers are for: ${templateNames.join(", ")}`,
    builtIn: defaultTemplate,
    choices: Object.entries(templateTable).map(([name, { summary }]) => ({ name, summary })),
    moreChoices: ownTemplateName,
    question: "What are they for?",
  },
  auth: {
    flags: "-a, --auth [provider]",
    value: "optional-text",
    group: "Route",
    isSetting: true,
    help: `guard every handler: ${[...authNames, noAuth].join(", ")}`,
    builtIn: `the app's own, else the provider that it has set up, else ${defaultAuth}`,
    choices: [
      ...Object.entries(authTable).map(([name, { summary }]) => ({ name, summary })),
      { name: noAuth, summary: "no guard: anyone who can reach the app can call it" },
    ],
    question: "Which guard?",
  },
  role: {
    flags: "--role <role>",
    value: "text",
    group: "Route",
    help: `answer 403 to whoever is signed in without that role: with ${authWithRoles.join(", ")}`,
  },
  fields: {
    flags: "--fields <list>",
    value: "list",
    group: "Route",
    help: "what a resource has, e.g. title:string,views:int?,status:draft|published,tags:string[]",
    builtIn: defaultFields.map(({ name, type }) => `${name}:${type}`).join(","),
  },
  validate: {
    flags: "--validate <library>",
    value: "text",
    group: "Route",
    isSetting: true,
    help: `what checks bodies, queries and ids: ${validationNames.join(", ")}`,
    builtIn: `the one that the app has, else ${defaultValidation}`,
    choices: Object.entries(validationTable).map(([name, { summary }]) => ({ name, summary })),
    question: "Which checks?",
  },
  data: {
    flags: "--data <source>",
    value: "text",
    group: "Route",
    isSetting: true,
    help: `where a resource is kept: ${dataNames.join(", ")}`,
    builtIn: `the one that has the resource in the app, else ${defaultData}`,
    choices: Object.entries(dataTable).map(([name, { summary }]) => ({ name, summary })),
    question: "Where is it kept?",
  },
  fallbacks: {
    flags: "--no-fallbacks",
    value: "negated",
    group: "Route",
    isSetting: true,
    help: "write no 405 answers for the methods that are not offered",
  },
  test: {
    flags: "--test [runner]",
    value: "optional-text",
    group: "Route",
    isSetting: true,
    help: `write a test for each route file: ${[...runnerNames, noTest].join(", ")}`,
    builtIn: "the runner that the app has",
    choices: [
      ...Object.entries(runnerTable).map(([name, { summary }]) => ({ name, summary })),
      { name: noTest, summary: "no test" },
    ],
    question: "A test beside it?",
  },
  habit: {
    flags: "--habit <name=value>",
    value: "list",
    group: "Route",
    help: "write in another habit than the app's own route files, e.g. response=NextResponse.json; none keeps to the built-in ones",
  },
  from: {
    flags: "--from <file>",
    value: "text",
    group: "Run",
    help: "write the routes that a YAML or JSON file lists; - reads standard input",
  },
  dryRun: {
    flags: "--dry-run",
    value: "flag",
    group: "Run",
    also: ["undo", "eject"],
    help: "print what would be written; write nothing",
  },
  diff: {
    flags: "--diff",
    value: "flag",
    group: "Run",
    help: "print what would be written as unified diffs; write nothing",
  },
  force: {
    flags: "--force",
    value: "flag",
    group: "Run",
    also: ["eject"],
    help: "replace a file that is there, and show what that changes",
  },
  format: {
    flags: "--no-format",
    value: "negated",
    group: "Run",
    isSetting: true,
    help: "do not run the project's Prettier, Biome or oxfmt on what is written",
  },
  yes: {
    flags: "-y, --yes",
    value: "flag",
    group: "Run",
    help: "take the defaults and ask nothing",
  },
  json: {
    flags: "--json",
    value: "flag",
    group: "Run",
    also: ["undo", "list", "check", "eject", "help", "completion"],
    help: "print one JSON document on stdout and nothing else there",
  },
  quiet: {
    flags: "-q, --quiet",
    value: "flag",
    group: "Run",
    also: ["undo", "list", "check", "eject"],
    help: "print errors only",
  },
  cwd: {
    flags: "--cwd <dir>",
    value: "text",
    group: "Project",
    also: ["undo", "list", "check", "eject", "help"],
    help: "the Next.js app, or a folder in it",
    builtIn: "the current folder",
    question: "Which app?",
  },
  base: {
    flags: "--base <dir>",
    value: "text",
    group: "Project",
    isSetting: true,
    help: "the folder that routes go below, from the project's root",
    builtIn: "where the app's handlers are, else api in the app folder",
  },
} as const satisfies Record<string, OptionRow>;

/** The options that only commands beside the main job have. `of`: which ones. */
export const commandOptions = {
  public: {
    flags: "--public",
    value: "flag",
    group: "Run",
    of: ["list"],
    help: "list only handlers without a guard; exit 1 if one of them changes something",
  },
  allow: {
    flags: "--allow <path>",
    value: "list",
    group: "Run",
    of: ["list"],
    isSetting: true,
    help: 'what is meant to be public, e.g. "/api/auth/*" or "POST /api/webhook"; repeatable, and beside what the settings allow',
    form: publicPath,
  },
} as const satisfies Record<string, CommandOptionRow>;

/** Every option of the tool, by its name. */
export const allOptions = { ...createOptions, ...commandOptions };

type ValuesOf<Rows extends Readonly<Record<string, { value: ValueKind }>>> = {
  readonly [Name in keyof Rows]: ValueTypes[Rows[Name]["value"]];
};

/** The parsed options of the main job. */
export type CreateOptions = ValuesOf<typeof createOptions>;

/** Those of all commands. */
export type AnyOptions = ValuesOf<typeof allOptions>;

type Table = typeof allOptions;
type OptionOf<Command extends CommandName> = {
  [Name in keyof Table]: Table[Name] extends { also: readonly (infer Has)[] } | { of: readonly (infer Has)[] }
    ? Command extends Has
      ? Name
      : never
    : never;
}[keyof Table];

/** The parsed options of another command. */
type CommandOptions<Command extends CommandName> = Pick<AnyOptions, OptionOf<Command>>;
export type UndoOptions = CommandOptions<"undo">;
export type EjectOptions = CommandOptions<"eject">;
export type CheckOptions = CommandOptions<"check">;
export type ListOptions = CommandOptions<"list">;

/** The options that a command has beside the general ones, by name: its own first. */
export function optionsOf(command: CommandName): [string, OptionRow][] {
  const own = Object.entries<CommandOptionRow>(commandOptions).filter(([, { of }]) => of.includes(command));
  const shared = Object.entries<OptionRow>(createOptions).filter(([, { also }]) => also?.includes(command));
  return [...own, ...shared];
}

/** What every command has. They stand first in the help. */
export const generalOptions = {
  version: { flags: "-v, --version", help: "print the version" },
  help: { flags: "-h, --help", help: "print this help" },
} as const;

export type OptionName = keyof typeof createOptions;
export type AnyOptionName = keyof typeof allOptions;

/**
 * The help of an option, with its default.
 *
 * @param here what its default is in this very app, if that is known.
 */
export function helpOf({ help, builtIn }: OptionRow, here?: string): string {
  if (here !== undefined) return `${help} (here: ${here})`;
  return builtIn === undefined ? help : `${help} (default: ${builtIn})`;
}

/** The options that describe a route. */
export const routeFields = Object.entries<OptionRow>(createOptions).flatMap(([name, { group }]) =>
  group === "Route" ? [name as OptionName] : [],
);
