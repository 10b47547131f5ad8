import { createOptions, type CreateOptions } from "../../src/options.js";

/** The options of a run that says nothing. */
export const noOptions = Object.fromEntries(
  Object.keys(createOptions).map((name) => [name, undefined]),
) as unknown as CreateOptions;
