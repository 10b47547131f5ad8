import type { Problem } from "../errors.js";
import { didYouMean } from "./closest.js";

/** The shells that there is a completion script for: what they read at their start, and the line there that loads it. */
export const shellTable = {
  bash: { title: "bash", file: "~/.bashrc", line: "source <(create-api-route completion bash)" },
  zsh: { title: "zsh", file: "~/.zshrc, below compinit", line: "source <(create-api-route completion zsh)" },
  fish: {
    title: "fish",
    file: "~/.config/fish/config.fish",
    line: "create-api-route completion fish | source",
  },
  powershell: {
    title: "PowerShell",
    file: "$PROFILE",
    line: "create-api-route completion powershell | Out-String | Invoke-Expression",
  },
} as const satisfies Record<string, ShellRow>;

interface ShellRow {
  readonly title: string;
  readonly file: string;
  readonly line: string;
}

export type ShellName = keyof typeof shellTable;

export const shells = Object.keys(shellTable) as ShellName[];

/** Reads the name of a shell. */
export function parseShell(text: string | undefined): ShellName | Problem {
  const name = text?.trim().toLowerCase();
  const shell = shells.find((each) => each === name || (each === "powershell" && name === "pwsh"));
  if (shell) return shell;
  return {
    code: "USAGE",
    message:
      text === undefined
        ? "No shell was given: the argument <shell> is missing."
        : `There is no completion for "${text}".`,
    hint: `${didYouMean(name ?? "", shells)}There are ${shells.join(", ")}.`,
  };
}
