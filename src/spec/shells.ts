import type { Problem } from "../errors.js";
import { closest } from "./closest.js";

/** The shells that there is a completion script for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;

export type ShellName = (typeof shells)[number];

/** Reads the name of a shell. */
export function parseShell(text: string | undefined): ShellName | Problem {
  const name = text?.trim().toLowerCase();
  const shell = shells.find((each) => each === name || (each === "powershell" && name === "pwsh"));
  if (shell) return shell;
  const near = name === undefined ? undefined : closest(name, shells);
  return {
    code: "USAGE",
    message:
      text === undefined
        ? "No shell was given: the argument <shell> is missing."
        : `There is no completion for "${text}".`,
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}There are ${shells.join(", ")}.`,
  };
}
