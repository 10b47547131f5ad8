import type { PlannedFile, Project, Warning } from "../../model.js";
import type { Problem } from "../../errors.js";
import type { PathAlias } from "../../project/path-aliases.js";
import type { TestChoice } from "../../spec/tests.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import type { AsWritten } from "./as-written.js";

/** What became of a wish for a test. */
export interface TestWritten {
  readonly files: readonly PlannedFile[];
  readonly warnings: readonly Warning[];
  readonly problems: readonly Problem[];
}

/** Nothing was asked for. */
export const noTest: TestWritten = { files: [], warnings: [], problems: [] };

/**
 * Plans the test of a route. What does it is loaded only where one is asked for: see test-writer.ts.
 *
 * @param path of the route file, relative to the project root.
 */
export type WriteTest = (
  facts: RouteFacts,
  viewed: RouteViewed,
  path: string,
  asked: {
    readonly choice: TestChoice;
    readonly aliases: () => readonly PathAlias[];
    readonly project: Project;
    /** All of the route, as it would be in a new file. */
    readonly anew: () => RouteViewed;
    /** What of it is there as it would be written anew. */
    readonly there: AsWritten | undefined;
  },
) => TestWritten;
