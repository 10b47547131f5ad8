import type { Streams } from "prompts/lib/elements/prompt.js";
import type { Colors } from "../report/colors.js";
import type { Prompter } from "../spec/questions.js";
import { linePrompter } from "./line-prompter.js";
import { terminalPrompter } from "./terminal-prompter.js";

/** What questions need of the process. */
export interface PrompterEdges {
  /** Answers come from `stdin`; questions go to `stdout`, which may be the process's stderr. */
  readonly streams: Streams;
  readonly colors: Colors;
  /**
   * What a cancelled question rejects with. Handed in, because this is a file of its own in the build, and a class that is in
   * two files is two classes.
   */
  readonly cancelled: () => Error;
}

/** The questions, for what the terminal can do. Loaded only when somebody is asked. */
export function startPrompter(edges: PrompterEdges, term: string | undefined): Prompter {
  return term === "dumb" ? linePrompter(edges) : terminalPrompter(edges);
}
