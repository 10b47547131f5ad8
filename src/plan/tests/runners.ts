import type { RunnerName } from "../../spec/tests.js";
import { jestWith } from "./jest.js";
import { node } from "./node.js";
import type { TestRunner } from "./runner.js";
import { vitest } from "./vitest.js";

/** How a test is written for each runner. A name in spec/tests.ts without a row here does not compile. */
export const runners: Readonly<Record<RunnerName, (how: { hasGlobals: boolean }) => TestRunner>> = {
  vitest: () => vitest,
  jest: ({ hasGlobals }) => jestWith(hasGlobals),
  node: () => node,
};
