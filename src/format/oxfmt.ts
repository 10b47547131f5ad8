import { binOf } from "./bin-of.js";
import { runOnStdin } from "./run-on-stdin.js";
import type { InstalledFormatter, RunFormatter } from "./start-formatter.js";

/**
 * Runs oxfmt's command, which finds the configuration for the file; what its library formats, it formats without one. It
 * takes the ignore files of the folder that it runs in.
 */
export function oxfmt({ packageFolder, folder }: InstalledFormatter): RunFormatter {
  const script = binOf(packageFolder, "oxfmt");
  return (file, text) =>
    runOnStdin({ command: process.execPath, args: [script, `--stdin-filepath=${file}`], cwd: folder }, text);
}
