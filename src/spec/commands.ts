/** The commands beside the main job: what each does, in the help's words, and what stands below its options there. */
export const commandTable = {
  undo: {
    summary: "take back the last run in this project",
    examples: `
Examples:
  $ create-api-route undo              files that it created go, files that it changed are put back
  $ create-api-route undo --dry-run    what that would be

What was changed since that run is left as it is, and named. Again takes back the run before;
the last 20 runs are kept. A route of this name is written as ./undo.`,
  },
} as const satisfies Record<string, { summary: string; examples: string }>;

export type CommandName = keyof typeof commandTable;

/** The names of commands, those that are still to come too: a resource named like one is written with a slash. */
export const commandNames: readonly string[] = ["list", "check", "eject", ...Object.keys(commandTable)];
