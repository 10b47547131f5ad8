/**
 * The projects of vitest.config.ts whose tests need no app, and those that need some: by how long their files take. `editing` needs
 * none, and is among the others so that each half has a core to itself for as long.
 */
export const withoutApps = /** @type {const} */ (["golden", "habits", "unit"]);
export const withApps = /** @type {const} */ ([
  "matrix",
  "live-older",
  "live-16",
  "editing",
  "e2e",
  "mutants",
]);
