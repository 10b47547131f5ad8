import { failOnProblems, type Problem } from "../errors.js";

/**
 * Ends a run that found no project to work in.
 *
 * @param problems everything that is wrong, with why there is none.
 * @throws RunError with them; an Error where there are none, as then the tool itself is at fault.
 */
export function failWithoutProject(problems: readonly Problem[]): never {
  failOnProblems(problems);
  throw new Error("The project is missing without a problem.");
}
