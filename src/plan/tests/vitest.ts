import { mockingRunner } from "./mocking.js";

/** Vitest spies on a whole module: it stays what it is, and a case says what one call of it answers. Source: Vitest, vi.mock. */
export const vitest = mockingRunner({
  tool: "vi",
  source: "vitest",
  declared: [],
  loadsModules: true,
  data: ({ source }) => [`vi.mock(${JSON.stringify(source)}, { spy: true });`],
  rest: () => ({ head: "async (importOriginal)", member: "...(await importOriginal<object>())" }),
  env: (env) => ({
    once: [],
    before: Object.entries(env).map(([name, value]) => `vi.stubEnv("${name}", ${JSON.stringify(value)});`),
    after: Object.keys(env).length > 0 ? ["vi.unstubAllEnvs();"] : [],
  }),
  // It takes back what was answered, and leaves a spy what it spies on.
  reset: ["vi.resetAllMocks();"],
});
