/** An argument of a command, as its usage shows it. */
interface Argument {
  readonly name: string;
  readonly help: string;
}

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
  completion: {
    summary: "print the script that completes this tool's commands in a shell",
    argument: { name: "[shell]", help: "bash, zsh, fish or powershell" },
    examples: `
Examples:
  $ create-api-route completion bash
  $ create-api-route completion zsh

For good, with the tool installed (npm install --global create-api-route):
  bash         create-api-route completion bash >> ~/.bashrc
  zsh          create-api-route completion zsh >> ~/.zshrc
  fish         create-api-route completion fish > ~/.config/fish/completions/create-api-route.fish
  PowerShell   create-api-route completion powershell >> $PROFILE`,
  },
  help: {
    summary: "print this help, or that of a command",
    argument: { name: "[command]", help: "the command" },
    examples: `
Examples:
  $ create-api-route help
  $ create-api-route help undo`,
  },
} as const satisfies Record<string, { summary: string; argument?: Argument; examples: string }>;

export type CommandName = keyof typeof commandTable;

export function isCommand(text: string): text is CommandName {
  return Object.hasOwn(commandTable, text);
}

/** What the scripts of `completion` call. It is no command for people, and no route by accident. */
export const completionCallback = "complete";

/** The names of commands, those that are still to come too: a resource named like one is written with a slash. */
export const commandNames: readonly string[] = [
  "list",
  "check",
  "eject",
  completionCallback,
  ...Object.keys(commandTable),
];
