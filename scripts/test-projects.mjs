/** The projects of vitest.config.ts whose tests need no app, and those that need some: by how long their files take. */
export const withoutApps = /** @type {const} */ (["golden", "habits", "unit"]);
export const withApps = /** @type {const} */ ([
  "matrix",
  "live-older",
  "live-16",
  "editing",
  "e2e",
  "mutants",
]);
