import type { Compiled } from "./included.js";

/** The built-in templates as functions, by their names. There are none in the sources: scripts/bundle.mjs writes them here. */
export const builtTemplates: ReadonlyMap<string, Compiled> = new Map();
