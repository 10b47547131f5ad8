/*
 * How the program ends. Where it has done all by itself, it is over when it says so. Where code of others ran in it, as a project's
 * templates do, or a stream of Node.js was written to, there may be something left to do or to write: then Node.js ends it after that.
 */
let isOver = true;

/** For whoever may leave something behind. */
export function leaveEndToNode(): void {
  isOver = false;
}

/** Whether nothing is left when a run has answered. */
export function endsAtOnce(): boolean {
  return isOver;
}
