/** The library that writes the scripts. A file of its own in the build: only `completion` needs it. */
import { script } from "@bomb.sh/tab";
import type { ShellName } from "../spec/shells.js";
import { mendedForBash, mendedForPowerShell, mendedForZsh } from "./mended-scripts.js";
import { shellVariable } from "./told-to-shell.js";

/** The script that a shell reads once; it calls `<name> complete -- <words>` for each completion. */
export function scriptFor(shell: ShellName, name: string): string {
  const saysWhich = shell === "bash" || shell === "zsh";
  const written = printedBy(() => {
    script(shell, name, saysWhich ? `${shellVariable}=${shell} ${name}` : name);
  });
  if (shell === "bash") return mendedForBash(written, name);
  if (shell === "zsh") return mendedForZsh(written);
  return shell === "powershell" ? mendedForPowerShell(written) : written;
}

/** The library writes to the console. */
function printedBy(work: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: string) => lines.push(text);
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines.join("\n").trimEnd();
}
