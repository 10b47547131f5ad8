/** Where printed commands are meant to be pasted. */
export interface Shell {
  /** How this tool is called there: `npx create-api-route`. */
  readonly tool: string;
  readonly isWindows: boolean;
}

export const bareShell: Shell = { tool: "create-api-route", isWindows: false };

/** What no shell reads anything into. PowerShell does into a comma and an @. */
const bare = { posix: /^[\w@%+=:,./-]+$/, windows: /^[\w+=:./-]+$/ };

/** A word as it has to be written on the command line to arrive as it is. */
export function quoted(word: string, { isWindows }: Pick<Shell, "isWindows">): string {
  if ((isWindows ? bare.windows : bare.posix).test(word)) return word;
  // On Windows the program itself takes its line apart: a backslash before a quote is a letter only if it is doubled.
  return isWindows
    ? `"${word.replace(/(\\*)("|$)/g, (_all, slashes: string, quote: string) => slashes + slashes + (quote && '\\"'))}"`
    : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Another command of the tool, to be run where this one was.
 *
 * @param cwd the value of this one's `--cwd`, as it was given.
 */
export function nextCommand(name: string, cwd: string | undefined, shell: Shell): string {
  const place = cwd === undefined ? [] : ["--cwd", quoted(cwd, shell)];
  return [shell.tool, name, ...place].join(" ");
}

/**
 * How the user called this tool, so that a printed command works there too.
 *
 * @param userAgent what package managers tell those whom they run, e.g. `pnpm/10.4.0 npm/? node/v22`
 *   (`npm_config_user_agent`); undefined if none runs the tool.
 */
export function toolCall(userAgent: string | undefined): string {
  const name = "create-api-route";
  if (userAgent === undefined) return name;
  const [, manager, major = "0"] = /^(npm|pnpm|yarn|bun)\/(\d+)/.exec(userAgent) ?? [];
  if (manager === undefined) return name;
  if (manager === "pnpm") return `pnpm dlx ${name}`;
  if (manager === "bun") return `bunx ${name}`;
  // The first Yarn has no such command.
  return manager === "yarn" && Number(major) > 1 ? `yarn dlx ${name}` : `npx ${name}`;
}
