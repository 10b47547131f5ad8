import { createOptions, type CreateOptions } from "../../src/options.js";

/** The options of a run that says nothing: flags are off, and what is only to be left out is there. */
export const noOptions = Object.fromEntries(
  Object.entries(createOptions).map(([name, { value }]) => [name, value === "negated" ? true : undefined]),
) as unknown as CreateOptions;
