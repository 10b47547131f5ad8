import type { Server } from "node:http";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildApp,
  copyApp,
  installedApp,
  makeScratch,
  packTool,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { authWithRoles } from "../../src/spec/auth.js";
import { runTool } from "../support/run-tool.js";
import {
  signedCookie,
  signInByPassword,
  signUp,
  supabaseCookie,
  supabaseServer,
  type Credentials,
} from "../support/sign-in.js";
import { pageOf } from "../support/http-table.js";

const secret = "0123456789abcdef0123456789abcdef";
const token = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.e30.c2lnbmF0dXJl`;

const rootToken = token.replace(/\w+$/, "cm9vdA");

/** Each provider: what does not let in, besides nothing at all, what does, and what has the role of an admin. */
const providers: Readonly<
  Record<
    string,
    {
      wrong: (url: string) => Promise<Credentials>;
      right: (url: string) => Promise<Credentials>;
      admin?: (url: string) => Promise<Credentials>;
    }
  >
> = {
  authjs: {
    wrong: (url) => signInByPassword(`${url}/api/authjs`, "wrong"),
    right: (url) => signInByPassword(`${url}/api/authjs`, "right"),
    admin: (url) => signInByPassword(`${url}/api/authjs`, "root"),
  },
  "next-auth": {
    wrong: (url) => signInByPassword(`${url}/api/auth`, "wrong"),
    right: (url) => signInByPassword(`${url}/api/auth`, "right"),
    admin: (url) => signInByPassword(`${url}/api/auth`, "root"),
  },
  "better-auth": {
    wrong: () => Promise.resolve({ Cookie: "better-auth.session_token=forged.c2lnbmF0dXJl" }),
    right: (url) => signUp(url),
    admin: (url) => signUp(url, "root"),
  },
  supabase: {
    wrong: () => Promise.resolve(supabaseCookie(`${token}x`)),
    right: () => Promise.resolve(supabaseCookie(token)),
    admin: () => Promise.resolve(supabaseCookie(rootToken)),
  },
  session: {
    wrong: () => Promise.resolve(signedCookie("another secret", { userId: "ada" })),
    right: () => Promise.resolve(signedCookie(secret, { userId: "ada" })),
  },
};
const called = Object.keys(providers);
/** Clerk asks its own server when it is called: its guard is compiled with the real types only. */
const written = [...called, "clerk"];
const withRoles = called.filter((name) => providers[name]?.admin);

let scratch: string;
let app: string;
let supabase: Server | undefined;
let served: Awaited<ReturnType<typeof startApp>> | undefined;

/** One app with every provider, below the folder in which their packages are installed once. */
beforeAll(async () => {
  scratch = await makeScratch();
  app = path.join(await installedApp("auth"), `run-${String(process.pid)}`);
  await copyApp("auth", app);
  // The folder with the lock file is the one that Next takes for the root, and it has the packages.
  await fs.remove(path.join(app, "package-lock.json"));
  const tarball = await packTool(scratch);
  await unpackTool(app, tarball);
  for (const name of written.filter((each) => each !== "next-auth")) await write(app, name);
  await writeForNextAuth4(tarball);
  // The guard of Clerk is for its majors from 5 on: compiled with the one before the newest, too.
  await copyRoutes(path.join(app, "app/api/clerk"), "clerk-6", ["@clerk/nextjs/server", "clerk-6/server"]);

  const built = await buildApp(app);
  expect(built.code, built.stdout + built.stderr).toBe(0);
  const stand = await supabaseServer({
    [token]: { id: "ada", app_metadata: { provider: "email" } },
    [rootToken]: { id: "root", app_metadata: { role: "admin" } },
  });
  supabase = stand.server;
  served = await startApp(app, {
    AUTH_SECRET: secret,
    AUTH_TRUST_HOST: "true",
    NEXTAUTH_SECRET: secret,
    BETTER_AUTH_SECRET: secret,
    SESSION_SECRET: secret,
    NEXT_PUBLIC_SUPABASE_URL: stand.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
  });
});

afterAll(async () => {
  await served?.stop();
  supabase?.close();
  await fs.remove(app);
  await fs.remove(scratch);
});

async function write(folder: string, name: string): Promise<void> {
  // The app has handlers of all of them: none is to be taken for the habit.
  const said = await runTool(folder, [`${name}/posts`, "--auth", name, "--habit", "none"]);
  expect(said.code, said.stdout + said.stderr).toBe(0);
  if (!authWithRoles.some((each) => each === name)) return;
  const role = await runTool(folder, [
    `${name}/reports`,
    "-m",
    "GET",
    "--auth",
    name,
    "--role",
    "admin",
    "--habit",
    "none",
  ]);
  expect(role.code, role.stdout + role.stderr).toBe(0);
}

/** next-auth 4 and 5 are one package: written in an app that has the older, and imported by another name in the joint one. */
async function writeForNextAuth4(tarball: string): Promise<void> {
  const older = path.join(scratch, "next-auth 4");
  await copyApp("auth", older);
  await fs.writeJson(path.join(older, "package.json"), {
    dependencies: { next: "16.4.5", "next-auth": "^4.24.15" },
  });
  await unpackTool(older, tarball);
  await write(older, "next-auth");
  await copyRoutes(path.join(older, "app/api/next-auth"), "next-auth", ["next-auth", "next-auth-4"]);
}

/** Copies the routes of a provider into the joint app, where another major of its package has its name. */
async function copyRoutes(from: string, to: string, [name, alias]: [name: string, alias: string]) {
  for (const folder of ["posts", "reports"]) {
    const copied = path.join(app, "app/api", to, folder);
    await fs.copy(path.join(from, folder), copied);
    const text = await fs.readFile(path.join(copied, "route.ts"), "utf8");
    expect(text).toContain(`from "${name}"`);
    await fs.writeFile(path.join(copied, "route.ts"), text.replace(`"${name}"`, `"${alias}"`));
  }
}

test.each(called)("%s: 401 for nobody and for strangers, 200 for whoever is signed in", async (name) => {
  if (!served) throw new Error("The app is not served.");
  const { url: home, log } = served;
  const url = `${home}/api/${name}/posts`;
  const status = async (headers: Credentials, method = "GET") => {
    const body = method === "POST" ? '{"title":"One"}' : null;
    const answer = await fetch(url, { method, headers, body });
    return [answer.status, await answer.json()] as const;
  };
  const unauthorized = [401, { error: "Unauthorized" }];
  expect(await status({})).toEqual(unauthorized);
  expect(await status({}, "POST")).toEqual(unauthorized);
  expect(await status(await providers[name]!.wrong(home))).toEqual(unauthorized);
  const right = await providers[name]!.right(home);
  expect(await status(right), log()).toEqual([200, pageOf()]);
  expect((await status(right, "POST"))[0]).toBe(201);
});

test.each(withRoles)("%s: 403 for whoever is signed in without the role", async (name) => {
  if (!served) throw new Error("The app is not served.");
  const { url: home, log } = served;
  const status = async (headers: Credentials) => {
    const answer = await fetch(`${home}/api/${name}/reports`, { headers });
    return [answer.status, await answer.json()] as const;
  };
  expect(await status({})).toEqual([401, { error: "Unauthorized" }]);
  expect(await status(await providers[name]!.wrong(home))).toEqual([401, { error: "Unauthorized" }]);
  const right = name === "better-auth" ? await signUp(home, "bea") : await providers[name]!.right(home);
  expect(await status(right), log()).toEqual([403, { error: "Forbidden" }]);
  expect(await status((await providers[name]!.admin?.(home)) ?? {}), log()).toEqual([200, pageOf()]);
});
