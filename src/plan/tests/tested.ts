import type { TestsHere } from "../../project/tests-here.js";
import type { RunnerName } from "../../spec/tests.js";
import type { HandlerViewed } from "../handler-view.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import type { GuardTests, RunnerPowers } from "./guard-tests.js";
import type { DataTested, TestRunner } from "./runner.js";
import type { SampleBody } from "./sample-body.js";
import type { SamplePath } from "./sample-path.js";
import type { TestImports } from "./test-imports.js";

/** All that a test file is made of: the values that the route file is made of, samples, and the runner. */
export interface Tested {
  readonly facts: RouteFacts;
  readonly viewed: RouteViewed;
  readonly name: RunnerName;
  readonly runner: TestRunner;
  readonly powers: RunnerPowers;
  readonly here: TestsHere;
  readonly imports: TestImports;
  /** How the guard is passed; undefined where there is none, or no way. */
  readonly guard: GuardTests | undefined;
  /** The handlers that have cases. */
  readonly handlers: readonly HandlerViewed[];
  readonly data: DataTested | undefined;
  readonly path: SamplePath;
  readonly body: SampleBody;
  /** The variable with an item. */
  readonly one: string;
  /** The members of an item that are the keys of its parents. */
  readonly parents: readonly string[];
  /** What a catch block calls, e.g. `console.error`. */
  readonly logger: string;
  readonly basePath: string;
}
