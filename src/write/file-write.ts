import type { FileChange } from "../model.js";

/** What a commit does to one file. `before` and `after` are its whole text; undefined means that there is no file. */
export interface FileWrite {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** What the run read, to the last byte: the disk is held to it. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The permission bits that the file gets; undefined keeps those of the file that is there. */
  readonly mode?: number | undefined;
}

/**
 * The writes of a run. Modules come before the route files that import them: wherever a run ends, no route file lacks
 * what it imports. A change that is `unchanged` stays in the list, with the same text on both sides.
 */
export function writesOf(changes: readonly FileChange[]): FileWrite[] {
  const rank = ({ purpose }: FileChange) => ({ module: 0, route: 1, beside: 2 })[purpose.kind];
  return changes
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ path, action, before, text }) => ({
      path,
      before: action === "unchanged" ? text : before,
      after: text,
    }));
}
