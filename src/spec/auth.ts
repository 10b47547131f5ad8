import type { FeatureName } from "../project/features.js";
import type { PackageSetup } from "./package-setup.js";

/** What shows that an app has a provider, and what its guard imports of the app. */
export interface AuthSetup extends PackageSetup {
  /** The app's own file that sets the provider up; none where the guard needs nothing but the package. */
  readonly file?: SetupFile;
  /** Whether the package is used for other things too: then it is no sign, and the provider is only taken by its name. */
  readonly isVague?: boolean;
}

/** The app's own file that sets a provider up, and how it is known. */
export interface SetupFile {
  /** What it exports; undefined where it only has to be there. */
  readonly exports?: string;
  /** A word that is in its text: another package's file can export the same name. */
  readonly mentions: string;
  /** Where it is looked for, without an ending; below `src` too. The first is the one that is suggested. */
  readonly places: readonly [string, ...string[]];
  /** The feature of Next.js that it takes to find the file at a place. */
  readonly needs?: Readonly<Record<string, FeatureName>>;
  /** Where its makers say how to write it. */
  readonly docs: string;
  /** Whether a guard imports nothing but what it exports: then it can be in a package of the workspace, too. */
  readonly isAll?: boolean;
}

/** Where a provider has the roles of its users: what `--role` asks for. */
export interface RoleSource {
  /** As a sentence can have it. */
  readonly where: string;
  /** What shows in the file that sets the provider up that it has them there; without it every app has. */
  readonly shown?: {
    readonly by: RegExp;
    /** What is to be done for it. */
    readonly way: string;
    readonly docs: string;
  };
}

interface AuthRow {
  readonly summary: string;
  readonly setup?: AuthSetup;
  readonly roles?: RoleSource;
}

/**
 * Callbacks hand the role on, and the types know it. Who assigns to the session has told TypeScript of it; who builds a new
 * one has to be seen to have done so. Source: Auth.js, "Role Based Access Control" and "TypeScript".
 */
const rolesOfSession = {
  where: "session.user.role",
  shown: {
    by: /\bsession\.user\.role\s*=(?!=)|\bdeclare module ["']next-auth["'][^]*?\brole\??:[^]*\buser:\s*\{[^}]*\brole\b/,
    way: "Let its session callback set session.user.role",
    docs: "https://authjs.dev/guides/role-based-access-control",
  },
} as const satisfies RoleSource;

/**
 * The auth providers, by the name that `--auth` takes, the ones to be preferred first. How each guards a handler is in
 * plan/auth; `app` is whatever the app's own handlers call.
 */
export const authTable = {
  app: { summary: "the guard that the app's own handlers near the route call first" },
  bearer: { summary: "Authorization: Bearer with the token in API_TOKEN" },
  authjs: {
    summary: "the session of Auth.js (next-auth 5): auth() from the app's own module",
    setup: {
      package: "next-auth",
      majors: [5],
      install: "next-auth@beta",
      file: {
        exports: "auth",
        mentions: "next-auth",
        places: ["auth", "lib/auth", "server/auth", "utils/auth", "app/auth", "app/(auth)/auth"],
        docs: "https://authjs.dev/getting-started/installation",
        isAll: true,
      },
    },
    roles: rolesOfSession,
  },
  "next-auth": {
    summary: "the session of next-auth 4: getServerSession with the app's authOptions",
    setup: {
      package: "next-auth",
      majors: [4, 4],
      install: "next-auth@4",
      file: {
        exports: "authOptions",
        mentions: "next-auth",
        places: [
          "lib/auth",
          "auth",
          "server/auth",
          "utils/auth",
          "lib/auth-options",
          "lib/authOptions",
          "utils/authOptions",
          "app/api/auth/[...nextauth]/options",
          "app/api/auth/[...nextauth]/route",
          "pages/api/auth/[...nextauth]",
        ],
        docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
      },
    },
    roles: rolesOfSession,
  },
  clerk: {
    summary: "the signed-in user of Clerk: auth() from @clerk/nextjs/server",
    setup: {
      package: "@clerk/nextjs",
      majors: [5],
      file: {
        mentions: "clerkMiddleware",
        places: ["proxy", "middleware"],
        needs: { proxy: "proxyFile" },
        docs: "https://clerk.com/docs/quickstarts/nextjs",
      },
    },
    roles: { where: "the active organization" },
  },
  "better-auth": {
    summary: "the session of Better Auth: auth.api.getSession of the app's own module",
    setup: {
      package: "better-auth",
      majors: [1],
      file: {
        exports: "auth",
        mentions: "better-auth",
        places: ["lib/auth", "auth", "utils/auth", "server/auth", "app/auth"],
        docs: "https://www.better-auth.com/docs/installation",
        isAll: true,
      },
    },
    roles: {
      where: "session.user.role of its admin plugin",
      shown: {
        by: /\badmin\(/,
        way: "Add the plugin admin() to it",
        docs: "https://www.better-auth.com/docs/plugins/admin",
      },
    },
  },
  supabase: {
    summary: "the signed-in user of Supabase: getUser of the app's own server client",
    setup: {
      package: "@supabase/ssr",
      majors: [0],
      file: {
        exports: "createClient",
        mentions: "@supabase/ssr",
        places: ["lib/supabase/server", "utils/supabase/server", "supabase/server"],
        docs: "https://supabase.com/docs/guides/auth/server-side/nextjs",
        isAll: true,
      },
    },
    roles: { where: "app_metadata.role, which only the server can change" },
  },
  session: {
    summary: "a cookie named session, signed with SESSION_SECRET (jose)",
    setup: { package: "jose", majors: [4], isVague: true },
  },
} as const satisfies Record<string, AuthRow>;

export type AuthName = keyof typeof authTable;

/** The providers that this tool writes itself. */
export type WrittenAuth = Exclude<AuthName, "app">;

export const authNames = Object.keys(authTable) as AuthName[];

/** What `--auth` without a provider stands for where the app has no guard of its own, and no provider set up. */
export const defaultAuth = "bearer" satisfies WrittenAuth;

/** What a provider needs of the app; undefined for one that works in every app. */
export function setupOf(name: AuthName): AuthSetup | undefined {
  const row: AuthRow = authTable[name];
  return row.setup;
}

/** Where a provider has roles; undefined for one that has none. */
export function rolesOf(name: AuthName): RoleSource | undefined {
  const row: AuthRow = authTable[name];
  return row.roles;
}

/** The providers that have roles. */
export const authWithRoles = authNames.filter((name) => rolesOf(name) !== undefined);

/** What `--auth` takes to leave the handlers without a guard, where the project's settings ask for one. */
export const noAuth = "none";

/** A provider, or `any`: the app's own guard if it has one, else the provider that it has set up, else the default. */
export type AuthChoice = AuthName | "any";

export function isAuth(text: string): text is AuthName {
  return Object.hasOwn(authTable, text);
}
