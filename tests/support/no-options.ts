import { createOptions, type CreateOptions } from "../../src/options.js";

/** The options of a command line that has none. */
export const noCreateOptions = Object.fromEntries(
  Object.entries(createOptions).map(([name, { value }]) => [name, value === "negated" ? true : undefined]),
) as unknown as CreateOptions;
