import type { Problem } from "./errors.js";
import type { OptionRow } from "./option-row.js";
import { allOptions } from "./options.js";

/**
 * What is wrong with the arguments, in the tool's words: commander's own leave some users with a riddle. Pure.
 *
 * @param message commander's, which has its suggestion on a second line, in brackets.
 * @param command how the command is called as a whole.
 */
export function usageProblem(message: string, command: string): Problem {
  const [what = "", suggestion = ""] = message.replace(/^error: /, "").split("\n");
  const [said, hint] = valueMissing(what) ??
    valueGiven(what) ??
    opposite(what) ?? [what.replace(/\.$/, ""), suggestion.replace(/^\(|\)$/g, "")];
  return {
    code: "USAGE",
    message: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    hint: `${hint === "" ? "" : `${hint} `}All options: \`${command} --help\`.`,
  };
}

type Told = readonly [said: string, hint: string];

/** `-m` at the end. */
function valueMissing(what: string): Told | undefined {
  const flags = /^option '(.+)' argument missing$/.exec(what)?.[1];
  return flags === undefined ? undefined : [`option '${flags}' has no value`, "Write one behind it."];
}

/** `--dry-run=yes`. */
function valueGiven(what: string): Told | undefined {
  const flag = /^unknown option '(--[\w-]+)=/.exec(what)?.[1];
  if (flag === undefined || !optionOf(flag)) return undefined;
  return [`option '${flag}' takes no value`, `Write \`${flag}\` alone.`];
}

/** `--no-crud` where there is `--crud`: what is suggested must not be the opposite of what is meant. */
function opposite(what: string): Told | undefined {
  const flag = /^unknown option '(--[\w-]+)'/.exec(what)?.[1];
  if (flag?.startsWith("--no-") !== true) return undefined;
  const other = flag.replace("--no-", "--");
  const row = optionOf(other);
  if (!row) return undefined;
  const without = row.choices?.some(({ name }) => name === "none") ? `Write \`${other} none\`.` : "";
  return [`unknown option '${flag}'`, without === "" ? `Leave out \`${other}\`.` : without];
}

function optionOf(flag: string): OptionRow | undefined {
  return Object.values<OptionRow>(allOptions).find(({ flags }) => /--[\w-]+/.exec(flags)?.[0] === flag);
}
