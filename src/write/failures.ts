import { RunError, type Problem } from "../errors.js";
import { codeOf } from "./disk.js";

/**
 * A file that is not what the run was computed from.
 *
 * @param what the rest of a sentence that starts with the path.
 */
export function changed(path: string, what: string): RunError {
  return new RunError([
    {
      code: "FILE_CHANGED",
      message: `${path} ${what}.`,
      hint: "Another process was at work at the same time: run the command again.",
    },
  ]);
}

/** A file that another process wrote first. */
export function appeared(path: string): RunError {
  return changed(path, "is there by now, and was not when this run began");
}

/** A file that is there and must not be replaced as it is. */
export function refused(path: string, what: string, hint: string): RunError {
  return new RunError([{ code: "WRITE_FAILED", message: `${path} ${what}.`, hint }]);
}

/** What to do where the system says why. */
const hints: Readonly<Record<string, string>> = {
  ENOSPC: "Make room and run the command again.",
  EDQUOT: "Make room and run the command again.",
  ENAMETOOLONG: "Choose a shorter route, or move the project to where its path is shorter.",
};

/** What went wrong, for the user: in the words of the system, if it was the system. */
export function problemsOf(error: unknown): readonly [Problem, ...Problem[]] {
  if (error instanceof RunError) return error.problems;
  const reason = error instanceof Error ? error.message : String(error);
  const system = codeOf(error) ?? "";
  return [
    {
      code: "WRITE_FAILED",
      message: `The file system refused: ${reason}.`,
      hint:
        hints[system] ?? "Look at the permissions of that place, mend the cause and run the command again.",
    },
  ];
}
