/** The auth providers, by the name that `--auth` takes. How each guards a handler is in plan/guards.ts. */
export const authTable = {
  bearer: { summary: "Authorization: Bearer with the token in API_TOKEN" },
} as const satisfies Record<string, { summary: string }>;

export type AuthName = keyof typeof authTable;

export const authNames = Object.keys(authTable) as AuthName[];

/** What `--auth` without a provider stands for. */
export const defaultAuth: AuthName = "bearer";

export function isAuth(text: string): text is AuthName {
  return Object.hasOwn(authTable, text);
}
