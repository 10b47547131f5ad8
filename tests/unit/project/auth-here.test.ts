import { expect, test } from "vitest";
import { authMissing } from "../../../src/plan/auth/auth-missing.js";
import { featuresOf } from "../../../src/project/features.js";
import { defaultNextConfig } from "../../../src/project/next-defaults.js";
import { parseVersion } from "../../../src/project/version.js";
import { rolesMissing } from "../../../src/plan/auth/roles-missing.js";
import { readAuth, readyProviders, usableProviders } from "../../../src/project/auth-here.js";
import type { AuthName } from "../../../src/spec/auth.js";
import { at, useFolder, write } from "../../support/app-folder.js";

useFolder();

const featuresIn = (next: string) => featuresOf(parseVersion(next), defaultNextConfig);
const features = featuresIn("16.4.6");

function authOf(files: Record<string, string>, dependencies: Record<string, string>) {
  write({ "package.json": { dependencies }, ...files });
  return readAuth(at());
}

const authjs = 'import NextAuth from "next-auth";\nexport const { handlers, auth } = NextAuth({});\n';
const options = 'import type { A } from "next-auth";\nexport const authOptions: A = {};\n';
const better = 'import { betterAuth } from "better-auth";\nexport const auth = betterAuth({});\n';
const client = (head: string) => `import { c } from "@supabase/ssr";\n${head} { return c(); }\n`;

test.each<[name: AuthName, dependencies: Record<string, string>, file: string, text: string]>([
  ["authjs", { "next-auth": "5.0.0-beta.32" }, "auth.ts", authjs],
  ["authjs", { "next-auth": "beta" }, "src/auth.ts", authjs],
  ["authjs", { "next-auth": "^5.0.0-beta.25" }, "src/server/auth/index.ts", authjs],
  ["next-auth", { "next-auth": "^4.24.0" }, "lib/auth.ts", options],
  ["next-auth", { "next-auth": "^4.24.0" }, "src/pages/api/auth/[...nextauth].ts", options],
  ["clerk", { "@clerk/nextjs": "^6.0.0" }, "src/middleware.ts", "export default clerkMiddleware();\n"],
  ["clerk", { "@clerk/nextjs": "^7.0.0" }, "proxy.ts", "export default clerkMiddleware();\n"],
  ["better-auth", { "better-auth": "^1.2.0" }, "src/lib/auth.ts", better],
  [
    "supabase",
    { "@supabase/ssr": "^0.5.0" },
    "utils/supabase/server.ts",
    client("export function createClient()"),
  ],
])("%s by %j and %s", async (name, dependencies, file, text) => {
  const here = await authOf({ [file]: text }, dependencies);
  expect(readyProviders(here)).toEqual([name]);
  expect(authMissing(name, here, features)).toBeUndefined();
});

test.each([
  ["an import", 'import { auth } from "@/modules/auth/server";\nexport const GET = auth.handler;\n'],
  ["a re-export", 'export { GET, POST } from "../../../../modules/auth/server";\n'],
])("a provider is set up where %s of its own handler leads", async (_how, handler) => {
  const here = await authOf(
    {
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      "app/api/auth/[...all]/route.ts": handler,
      "modules/auth/server.ts": better,
    },
    { "better-auth": "^1.2.0" },
  );
  expect(here.providers.get("better-auth")).toMatchObject({
    isReady: true,
    module: { path: "modules/auth/server.ts" },
  });
});

test.each([
  [
    "where its package.json says",
    { exports: { ".": { types: "./dist/index.d.ts", default: "./src/server.ts" } } },
    "src/server.ts",
  ],
  ["in a usual place", {}, "src/index.ts"],
])("a provider that a package of the workspace sets up, %s", async (_where, says, begins) => {
  write({
    "package.json": { workspaces: ["apps/*", "packages/*"] },
    "apps/web/package.json": { dependencies: { next: "16", "@acme/auth": "workspace:*" } },
    "packages/auth/package.json": { name: "@acme/auth", dependencies: { "better-auth": "^1.7.0" }, ...says },
    [`packages/auth/${begins}`]: 'export { auth } from "./set-up";\n',
    "packages/auth/src/set-up.ts": better.replace("{}", "{ plugins: [admin()] }"),
    "packages/other/package.json": { name: "@acme/other", dependencies: { "next-auth": "5.0.0-beta.32" } },
    "packages/other/index.ts": authjs,
  });
  const here = await readAuth(at("apps/web"));
  // The other package is none of this app's.
  expect(readyProviders(here)).toEqual(["better-auth"]);
  expect(here.providers.get("better-auth")).toEqual({
    isReady: true,
    module: {
      path: "../../packages/auth/src/set-up.ts",
      package: "@acme/auth",
      isAsync: true,
      showsId: false,
      showsRoles: true,
    },
  });
  expect(authMissing("better-auth", here, features)).toBeUndefined();
  expect(authMissing("authjs", here, features)?.message).toContain("which the app does not depend on");
});

test("a package of the workspace that cannot be imported by its name sets nothing up", async () => {
  write({
    "package.json": { workspaces: ["apps/*", "packages/*"] },
    "apps/web/package.json": { dependencies: { next: "16", "@acme/auth": "workspace:*" } },
    "packages/auth/package.json": {
      name: "@acme/auth",
      dependencies: { "better-auth": "^1.7.0" },
      exports: { "./server": "./src/index.ts" },
    },
    "packages/auth/src/index.ts": better,
  });
  expect(readyProviders(await readAuth(at("apps/web")))).toEqual([]);
});

test("jose is used for other things too: it is only taken by its name", async () => {
  const here = await authOf({}, { jose: "^6.0.0" });
  expect([usableProviders(here), readyProviders(here)]).toEqual([["session"], []]);
});

test("the installed version counts before the declared one", async () => {
  const installed = {
    "node_modules/next-auth/package.json": '{ "version": "4.24.15" }',
    "lib/auth.ts": options,
  };
  expect(readyProviders(await authOf(installed, { "next-auth": "latest" }))).toEqual(["next-auth"]);
});

test.each<
  [name: AuthName, files: Record<string, string>, dependencies: Record<string, string>, says: string]
>([
  ["clerk", {}, {}, "Install it with `npm install @clerk/nextjs`, and write proxy.ts with clerkMiddleware"],
  ["session", { "pnpm-lock.yaml": "" }, {}, "Install it with `pnpm add jose`; or use"],
  ["authjs", { "bun.lock": "" }, {}, "`bun add next-auth@beta`"],
  [
    "next-auth",
    { "yarn.lock": "" },
    { "next-auth": "5.0.0-beta.32" },
    "Install it with `yarn add next-auth@4`; or",
  ],
  // Somebody else's `auth`.
  ["authjs", { "auth.ts": better }, { "next-auth": "^5" }, "Write auth.ts with auth"],
  // It wants the cookies.
  [
    "supabase",
    { "lib/supabase/server.ts": client("export const createClient = (store: unknown) =>") },
    { "@supabase/ssr": "^0.5.0" },
    "Let it find what it needs itself",
  ],
])("%s is told what it lacks: %j, %j", async (name, files, dependencies, says) => {
  const here = await authOf(files, dependencies);
  expect(readyProviders(here)).toEqual([]);
  expect(authMissing(name, here, features)).toMatchObject({
    code: "AUTH_MISSING",
    hint: expect.stringContaining(says) as string,
  });
});

test("whether a session has the id of its user is read off its callback", async () => {
  const showsId = async (text: string) => {
    const found = (await authOf({ "auth.ts": text }, { "next-auth": "^5" })).providers.get("authjs");
    return found?.isReady === true && found.module?.showsId;
  };
  const session = "({ session, token }) { session.user.id = token.sub; return session; }";
  expect(await showsId(authjs)).toBe(false);
  expect(await showsId(authjs.replace("{}", `{ callbacks: { session${session} } }`))).toBe(true);
  // What a provider answers is no callback of the session.
  expect(await showsId(authjs.replace("{}", '{ providers: [P({ user: { id: "1" } })] }'))).toBe(false);
});

test.each([
  ["15.5.0", "no middleware.ts with clerkMiddleware is there", "Write middleware.ts with"],
  ["16.0.0", "no proxy.ts or middleware.ts with clerkMiddleware is there", "Write proxy.ts with"],
])("with Next.js %s: %s", async (next, message, hint) => {
  const here = await authOf({}, { "@clerk/nextjs": "^6.0.0" });
  expect(authMissing("clerk", here, featuresIn(next))).toMatchObject({
    message: expect.stringContaining(message) as string,
    hint: expect.stringContaining(hint) as string,
  });
});

const callback = (body: string) => authjs.replace("{}", `{ callbacks: { session: ${body} } }`);
const built = callback("({ session }) => ({ ...session, user: { ...session.user, role: find() } })");
const typed = 'declare module "next-auth" { interface User { role?: string } }\n';
const admin = better.replace("{}", "{ plugins: [admin()] }");

test.each<[name: AuthName, dependencies: Record<string, string>, file: string, text: string, has: boolean]>([
  ["authjs", { "next-auth": "^5" }, "auth.ts", authjs, false],
  [
    "authjs",
    { "next-auth": "^5" },
    "auth.ts",
    callback("({ session }) => { session.user.role = find(); return session; }"),
    true,
  ],
  // To compare it is not to set it, and a type of it is none of the session.
  ["authjs", { "next-auth": "^5" }, "auth.ts", callback('({ session }) => session.user.role === "x"'), false],
  ["authjs", { "next-auth": "^5" }, "auth.ts", typed + authjs, false],
  // The types do not know it: what asks for it would not compile.
  ["authjs", { "next-auth": "^5" }, "auth.ts", built, false],
  ["authjs", { "next-auth": "^5" }, "auth.ts", typed + built, true],
  ["better-auth", { "better-auth": "^1.2.0" }, "lib/auth.ts", better, false],
  ["better-auth", { "better-auth": "^1.2.0" }, "lib/auth.ts", admin, true],
  ["clerk", { "@clerk/nextjs": "^7.0.0" }, "proxy.ts", "export default clerkMiddleware();\n", true],
  ["session", { jose: "^6.0.0" }, "lib/none.ts", "", false],
])("%s %j %s %j shows roles: %j", async (name, dependencies, file, text, has) => {
  const problem = rolesMissing(name, await authOf({ [file]: text }, dependencies));
  expect(problem?.code).toBe(has ? undefined : "ROLE_MISSING");
});
