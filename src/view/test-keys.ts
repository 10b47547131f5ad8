import type { ViewKeys } from "./view-keys.js";

/** What the template of a route's test sees besides, as `view.test`. */
export const testKeys = {
  runner: { is: "string", means: "the runner: `vitest`, `jest` or `node`" },
  head: { is: "string[]", means: "comments for the runner that have to stand first" },
  imports: { is: "string[]", means: "the import statements" },
  doubles: { is: "string[]", means: "the statements that put stand-ins in the place of other modules" },
  constants: { is: "string[]", means: "what the cases share: the URL, a request, an item" },
  hooks: { is: "string[]", means: "what is done before and after each case" },
  groups: { is: "TestGroupView[]", means: "the cases, a group for each handler" },
} as const satisfies ViewKeys;

/** The cases of one handler. */
export const testGroupKeys = {
  title: { is: "string", means: "what is tested, a string literal" },
  helpers: { is: "string[]", means: "the functions that its cases share" },
  cases: { is: "TestCaseView[]", means: "its cases" },
} as const satisfies ViewKeys;

/** One case. */
export const testCaseKeys = {
  name: { is: "string", means: "a sentence that begins with `it`, a string literal" },
  given: { is: "string[]", means: "what it begins with" },
  isAsync: { is: "boolean", means: "whether it waits for something" },
  handlers: {
    is: "string[]",
    means: "where the case is about several, one after the other as `handler`: those; else none",
  },
  call: { is: "string", means: "the call of the handler: its answer is `response`" },
  sees: { is: "string[]", means: "what is to be seen of it" },
} as const satisfies ViewKeys;
