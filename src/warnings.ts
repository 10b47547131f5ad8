/**
 * Every warning, once: things that a user should know and that stop nothing. The code is permanent, like those of the errors:
 * scripts match on it.
 */
export const warningCodes = {
  APP_ABOVE: {
    when: "the run is in a package of its own that has no Next.js, and the app above it is used",
  },
  NEXT_VERSION_UNKNOWN: { when: "Next.js is not installed, and what is declared names no version" },
  NEXT_UNTESTED: { when: "the version of Next.js is outside the tested ones" },
  TWO_APP_FOLDERS: { when: "there is an app and a src/app folder; Next.js serves only the first" },
  TREE_CONFLICT: { when: "the app has a conflict already that keeps the new routes from answering" },
  PUBLIC_FILE_WINS: { when: "a file of the public folder has the URL of a new route" },
  CONFIG_ASSUMED: { when: "what next.config says depends on a run of it; the default is assumed" },
  SEVERAL_API_FOLDERS: { when: "several folders have handlers; the one with the most is used" },
  DATA_KEPT: { when: "a data module is there already and is used as it is" },
  DATA_APART: {
    when: "a handler is added that answers from a sample store, to handlers that keep their data elsewhere",
  },
  FILE_KEPT: { when: "a file that a template makes beside the route is there already and stays as it is" },
  OPTION_UNUSED: { when: "an option was given that changes nothing in a route file that is there already" },
  NULL_CHECKS_NEEDED: {
    when: "what is written does not compile without `strictNullChecks`, and the app does without",
  },
  TEST_LEFT_OUT: { when: "a test, or some cases of it, could not be written so that they would pass" },
  PUBLIC_ROUTE: { when: "a new handler changes something, and nothing guards it" },
  AUTH_SETUP: { when: "the guard needs something to be set up" },
  GUARD_LEFT_OUT: {
    when: "handlers near it call a guard that could not be taken over; another one is written",
  },
  WRAPPER_USED: { when: "a new handler goes through a wrapper of the app's own" },
  WRAPPER_SEEN: { when: "the app has a wrapper that was not used, because what it hands over is not clear" },
  EXPORTS_HIDDEN: { when: "the methods behind an `export *` could not be read" },
  ALLOW_UNREAD: { when: "an Allow header is not written out in the file and has to be mended by hand" },
  FORMATTER_MISSING: { when: "the project's formatter is not installed" },
  FORMAT_FAILED: { when: "the project's formatter failed; the file is written without it" },
  UNDO_UNAVAILABLE: { when: "the run could not be recorded, so `undo` cannot take it back" },
  MIDDLEWARE_UNREAD: {
    when: "a middleware or proxy runs before the handlers, and `list` does not look into it",
  },
  PAGES_API_UNLISTED: { when: "the Pages Router has API routes, which `list` does not list" },
  URL_SHARED: {
    when: "two route files answer one URL; which of them does depends on the version of Next.js",
  },
  NEVER_SERVED: { when: "a route file lies in a folder whose name Next.js finds in no URL" },
  ALLOW_UNUSED: { when: "a path that is allowed to be public has no handler, or only guarded ones" },
  UNDO_KEPT: { when: "`undo` left a file as it is, because it was changed since" },
} as const satisfies Record<string, { when: string }>;

export type WarningCode = keyof typeof warningCodes;
