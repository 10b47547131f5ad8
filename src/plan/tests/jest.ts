import { mockingRunner } from "./mocking.js";
import type { TestRunner } from "./runner.js";

/**
 * Jest replaces the functions that do the work, and keeps the others of their module. Source: Jest, jest.mock.
 *
 * @param isGlobal whether its functions are there without an import, by `@types/jest`.
 */
export const jestWith = (isGlobal: boolean): TestRunner =>
  mockingRunner({
    tool: "jest",
    source: isGlobal ? undefined : "@jest/globals",
    // SWC and Babel move `jest.mock` before the imports only where `jest` is the global one (swc-project/swc#6243).
    declared: isGlobal ? [] : ['declare const jest: typeof import("@jest/globals").jest;', ""],
    // It runs CommonJS: a package that is only an ES module does not load.
    loadsModules: false,
    data: ({ source, calls, name }) => [
      `jest.mock(${JSON.stringify(source)}, () => ({`,
      `  ...jest.requireActual<object>(${JSON.stringify(source)}),`,
      ...calls.map((call) => `  ${name(call)}: jest.fn(),`),
      "}));",
    ],
    rest: (source) => ({ head: "()", member: `...jest.requireActual<object>(${JSON.stringify(source)})` }),
    env: (env) => ({
      once: Object.keys(env).length > 0 ? [envLine(env)] : [],
      before: [],
      after: [],
    }),
    reset: ["jest.resetAllMocks();", "jest.restoreAllMocks();"],
  });

/** Each test file has a process.env of its own. */
export function envLine(env: Readonly<Record<string, string>>): string {
  const members = Object.entries(env).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `Object.assign(process.env, { ${members.join(", ")} });`;
}
