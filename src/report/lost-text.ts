import type { Colors } from "./colors.js";

/**
 * What a person reads on stderr where stdout did not take what was to be said. Pure.
 *
 * @param hasWritten whether files of the project were changed before.
 */
export function lostText(error: unknown, hasWritten: boolean, colors: Colors): string {
  const why = error instanceof Error ? error.message : String(error);
  const what = `${colors.red("error")} The output could not be written: ${why}.`;
  const state = hasWritten ? "What was asked for was done all the same." : "No files were written.";
  return [what, "      Send it to where there is space for it.", "", state].join("\n");
}
