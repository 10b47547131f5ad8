import type { Problem } from "./errors.js";
import type { Warning } from "./model.js";
import type { Colors } from "./report/colors.js";

/** What a command has to say. */
export interface Outcome {
  readonly json: () => string;
  readonly text: (colors: Colors) => string;
  readonly warnings: readonly Warning[];
  /** What was asked for is there, and says that something is wrong with the app. */
  readonly problems?: readonly Problem[];
  /** Whether files of the project are other than before. */
  readonly hasWritten?: boolean;
}

/** Whether a run that did this with its files has changed any. */
export function hasWritten(dryRun: boolean, files: readonly { readonly action: string }[]): boolean {
  return !dryRun && files.some(({ action }) => action !== "unchanged" && action !== "kept");
}
