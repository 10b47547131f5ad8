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
}
