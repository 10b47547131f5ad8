import { chooseGuard } from "../../src/plan/auth/choose-guard.js";
import type { Vicinity } from "../../src/plan/vicinity.js";
import type { ProviderHere } from "../../src/project/auth-here.js";
import { authNames, type AuthName } from "../../src/spec/auth.js";

/** Where it has what the providers export. */
const modules: Partial<Record<AuthName, string>> = {
  authjs: "auth.ts",
  "next-auth": "lib/auth-options.ts",
  "better-auth": "lib/auth.ts",
  supabase: "lib/supabase/server.ts",
};

const ready = (path: string | undefined): ProviderHere => ({
  isReady: true,
  module: path === undefined ? undefined : { path, isAsync: true, showsId: true, showsRoles: true },
});

/** An app that has every provider set up, and the alias `@/`. */
export const everyProvider: Pick<Vicinity, "auth" | "chooseGuard" | "aliases"> = {
  chooseGuard,
  auth: { providers: new Map(authNames.map((name) => [name, ready(modules[name])])), add: "npm install" },
  aliases: () => [{ prefix: "@/", folder: "" }],
};

/** The modules that the guards import there: what of their types the guards use. */
export const providerTypes = `declare module "@/auth" {
  export function auth(): Promise<{ user?: { id?: string; role?: string } } | null>;
}
declare module "next-auth" {
  export function getServerSession(options: { providers: unknown[] }): Promise<{ user?: { name?: string | null; role?: string } } | null>;
}
declare module "@/lib/auth-options" {
  export const authOptions: { providers: unknown[] };
}
declare module "@clerk/nextjs/server" {
  export function auth(): Promise<{ userId: string | null; has: (asked: { role: string }) => boolean }>;
}
declare module "@/lib/auth" {
  export const auth: { api: { getSession(options: { headers: Headers }): Promise<{ user: { id: string; role?: string | null } } | null> } };
}
declare module "@acme/auth" {
  export const auth: { api: { getSession(options: { headers: Headers }): Promise<{ user: { id: string } } | null> } };
}
declare module "@/lib/supabase/server" {
  export function createClient(): Promise<{ auth: { getUser(): Promise<{ data: { user: { id: string; app_metadata: Record<string, unknown> } | null } }> } }>;
}
declare module "jose" {
  export function jwtVerify(
    token: string,
    key: Uint8Array,
    options: { algorithms: string[] },
  ): Promise<{ payload: { sub?: string; [claim: string]: unknown } }>;
}
`;
