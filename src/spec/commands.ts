import { shells, shellTable } from "./shells.js";

/** An argument of a command, as its usage shows it. */
interface Argument {
  readonly name: string;
  readonly help: string;
}

/** The commands beside the main job: what each does, in the help's words, and what stands below its options there. */
export const commandTable = {
  list: {
    summary: "list the app's route handlers: methods, path, guard, file",
    examples: `
Examples:
  $ create-api-route list
  $ create-api-route list --json
  $ create-api-route list --public                         only those in which no guard is seen
  $ create-api-route list --public --allow /api/webhook    one is meant to be public

A guard is seen in the code: a call like auth() with an answer 401 or 403, a wrapper like withAuth, a
comparison with a secret. "unknown" is what is made elsewhere, e.g. by NextAuth(); middleware is not
looked into. With --public the exit code is 1 if POST, PUT, PATCH or DELETE is among them. HEAD and
OPTIONS are listed only where a file exports them. A route of this name is written as ./list.`,
  },
  undo: {
    summary: "take back the last run in this project",
    examples: `
Examples:
  $ create-api-route undo              files that it created go, files that it changed are put back
  $ create-api-route undo --dry-run    what that would be

What was changed since that run is left as it is, and named. Again takes back the run before;
the last 20 runs are kept. A route of this name is written as ./undo.`,
  },
  check: {
    summary: "compile what every template would write in this project, and look for conflicts in its routes",
    examples: `
Examples:
  $ create-api-route check           for CI: 0 if all is well, else 1
  $ create-api-route check --json    the same for programs

Every template, built in and the project's own, is rendered for a set of routes that covers what it
can be asked for, and compiled by the project's own TypeScript, outside of the project. Nothing is
written in it, and no build has to be there. A route of this name is written as ./check.`,
  },
  eject: {
    summary: "copy built-in templates into the project, to be changed there",
    argument: { name: "[name...]", help: "a template, e.g. resource, or a part of one, e.g. partials/catch" },
    examples: `
Examples:
  $ create-api-route eject resource            all of a template
  $ create-api-route eject partials/catch      what all of them do with an error
  $ create-api-route eject basic --dry-run     what that would be

What lies in .create-api-route/templates wins over what is built in; delete it to go back.
A route of this name is written as ./eject.`,
  },
  completion: {
    summary: "print the script that completes this tool's commands in a shell",
    argument: { name: "[shell]", help: shells.join(", ") },
    examples: `
Examples:
  $ create-api-route completion bash    the script, on stdout

A shell that reads this line at its start has it for good:
${Object.values(shellTable)
  .map(({ title, file, line }) => `  ${title}: in ${file}\n    ${line}`)
  .join("\n")}

It completes create-api-route as a command: npm install --global create-api-route.`,
  },
  help: {
    summary: "print this help, or that of a command",
    argument: { name: "[command]", help: "the command" },
    examples: `
Examples:
  $ create-api-route help
  $ create-api-route help undo
  $ create-api-route help --json    the same tables, for programs

Inside an app, what stands behind "here:" is what holds there without the option.
A route of this name is written as ./help.`,
  },
} as const satisfies Record<string, { summary: string; argument?: Argument; examples: string }>;

export type CommandName = keyof typeof commandTable;

export function isCommand(text: string): text is CommandName {
  return Object.hasOwn(commandTable, text);
}

/** What the scripts of `completion` call. It is no command for people, and no route by accident. */
export const completionCallback = "complete";

/** The names of commands, those that are still to come too: a resource named like one is written with a slash. */
export const commandNames: readonly string[] = [completionCallback, ...Object.keys(commandTable)];
