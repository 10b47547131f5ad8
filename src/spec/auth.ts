/**
 * The auth providers, by the name that `--auth` takes. How each guards a handler is in plan/guards.ts; `app` is whatever
 * the app's own handlers call.
 */
export const authTable = {
  app: { summary: "the guard that the app's own handlers near the route call first" },
  bearer: { summary: "Authorization: Bearer with the token in API_TOKEN" },
} as const satisfies Record<string, { summary: string }>;

export type AuthName = keyof typeof authTable;

/** The providers that this tool writes itself. */
export type WrittenAuth = Exclude<AuthName, "app">;

export const authNames = Object.keys(authTable) as AuthName[];

/** What `--auth` without a provider stands for where the app has no guard of its own. */
export const defaultAuth: WrittenAuth = "bearer";

/** What `--auth` takes to leave the handlers without a guard, where the project's settings ask for one. */
export const noAuth = "none";

/** A provider, or `any`: the app's own guard if it has one, else the default. */
export type AuthChoice = AuthName | "any";

export function isAuth(text: string): text is AuthName {
  return Object.hasOwn(authTable, text);
}
