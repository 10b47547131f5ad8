import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeScratch, packTool, startApp, unpackTool } from "../../scripts/next-app.mjs";
import { authNames, authWithRoles } from "../../src/spec/auth.js";
import { runTool } from "../support/run-tool.js";
import {
  clerkKeys,
  clerkToken,
  signedCookie,
  signInByPassword,
  signUp,
  supabaseCookie,
  supabaseServer,
  type Credentials,
} from "../support/sign-in.js";
import { pageOf } from "../support/http-table.js";
import { appsOf, stackApp } from "../support/stack-app.js";
import { typeCheck } from "../support/type-check.js";

/** How an app of tests/apps/stack is called: what does not let in, besides nothing at all, what does, and who is an admin. */
interface Provider {
  /** The name that --auth takes. */
  readonly name: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Where its server listens, if not at 127.0.0.1. */
  readonly host?: string;
  wrong(url: string): Credentials | Promise<Credentials>;
  right(url: string): Credentials | Promise<Credentials>;
  admin?(url: string): Credentials | Promise<Credentials>;
}

const secret = "0123456789abcdef0123456789abcdef";
const token = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.e30.c2lnbmF0dXJl`;
const rootToken = token.replace(/\w+$/, "cm9vdA");

const keys = clerkKeys();
const clerk: Provider = {
  name: "clerk",
  env: {
    CLERK_JWT_KEY: keys.publicKey,
    CLERK_SECRET_KEY: `sk_test_${"a".repeat(40)}`,
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from("clerk.example.com$").toString("base64")}`,
    CLERK_TELEMETRY_DISABLED: "1",
  },
  // Its middleware hands a request on to localhost.
  host: "localhost",
  wrong: () => clerkToken(clerkKeys().privateKey),
  right: () => clerkToken(keys.privateKey),
  admin: () => clerkToken(keys.privateKey, { org_id: "org_1", org_role: "org:admin" }),
};

/** By the folders of the apps. */
const providers: Readonly<Record<string, Provider>> = {
  authjs: {
    name: "authjs",
    env: { AUTH_SECRET: secret, AUTH_TRUST_HOST: "true" },
    wrong: (url) => signInByPassword(`${url}/api/auth`, "wrong"),
    right: (url) => signInByPassword(`${url}/api/auth`, "right"),
    admin: (url) => signInByPassword(`${url}/api/auth`, "root"),
  },
  "next-auth": {
    name: "next-auth",
    env: { NEXTAUTH_SECRET: secret },
    wrong: (url) => signInByPassword(`${url}/api/auth`, "wrong"),
    right: (url) => signInByPassword(`${url}/api/auth`, "right"),
    admin: (url) => signInByPassword(`${url}/api/auth`, "root"),
  },
  clerk,
  "clerk-6": clerk,
  "better-auth": {
    name: "better-auth",
    env: { BETTER_AUTH_SECRET: secret },
    wrong: () => ({ Cookie: "better-auth.session_token=forged.c2lnbmF0dXJl" }),
    right: (url) => signUp(url),
    admin: (url) => signUp(url, "root"),
  },
  supabase: {
    name: "supabase",
    wrong: () => supabaseCookie(`${token}x`),
    right: () => supabaseCookie(token),
    admin: () => supabaseCookie(rootToken),
  },
  session: {
    name: "session",
    env: { SESSION_SECRET: secret },
    wrong: () => signedCookie("another secret", { userId: "ada" }),
    right: () => signedCookie(secret, { userId: "ada" }),
  },
};

let scratch: string;
let tarball: string;
let supabase: Awaited<ReturnType<typeof supabaseServer>>;

beforeAll(async () => {
  scratch = await makeScratch();
  tarball = await packTool(scratch);
  supabase = await supabaseServer({
    [token]: { id: "ada", app_metadata: { provider: "email" } },
    [rootToken]: { id: "root", app_metadata: { role: "admin" } },
  });
});

afterAll(async () => {
  supabase.server.close();
  await fs.remove(scratch);
});

test("every provider has an app, and every app is called", () => {
  expect(Object.keys(providers).sort()).toEqual(appsOf(authNames));
  // `bearer` needs nothing of an app and is called in the others; `app` is a guard of the app's own.
  expect([...new Set(Object.values(providers).map(({ name }) => name)), "app", "bearer"].sort()).toEqual(
    [...authNames].sort(),
  );
});

describe.each(Object.entries(providers))("in the app %s", (folder, provider) => {
  const hasRoles = authWithRoles.some((each) => each === provider.name);
  let app: string;
  let served: Awaited<ReturnType<typeof startApp>> | undefined;

  beforeAll(async () => {
    app = await stackApp(folder);
    await unpackTool(app, tarball);
    // The app shows whose its guard is, unless its package has other uses too.
    const asked = folder === "session" ? ["--auth", "session"] : ["--auth"];
    await write(app, ["posts", ...asked]);
    if (hasRoles) await write(app, ["reports", "-m", "GET", ...asked, "--role", "admin"]);
    expect(await typeCheck(app)).toMatchObject({ code: 0, stdout: "" });
    const { env, host } = provider;
    // Each app built would take longer than all the rest, and it is the guards that are called here.
    served = await startApp(
      app,
      {
        NEXT_PUBLIC_SUPABASE_URL: supabase.url,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
        ...env,
      },
      { ...(host === undefined ? {} : { host }), command: "dev", first: "/api/posts" },
    );
  });

  afterAll(async () => {
    await served?.stop();
    await fs.remove(app);
  });

  function server() {
    if (!served) throw new Error("The app is not served.");
    return served;
  }

  async function answerOf(route: string, headers: Credentials, method = "GET") {
    const body = method === "POST" ? '{"title":"One"}' : null;
    const answer = await fetch(`${server().url}/api/${route}`, { method, headers, body });
    return [answer.status, await answer.json()] as const;
  }

  test("401 for nobody and for strangers, 200 for whoever is signed in", async () => {
    const { url, log } = server();
    const unauthorized = [401, { error: "Unauthorized" }];
    expect(await answerOf("posts", {})).toEqual(unauthorized);
    expect(await answerOf("posts", {}, "POST")).toEqual(unauthorized);
    expect(await answerOf("posts", await provider.wrong(url))).toEqual(unauthorized);
    const right = await provider.right(url);
    expect(await answerOf("posts", right), log()).toEqual([200, pageOf()]);
    expect((await answerOf("posts", right, "POST"))[0]).toBe(201);
  });

  test.runIf(hasRoles)("403 for whoever is signed in without the role", async () => {
    const { url, log } = server();
    const unauthorized = [401, { error: "Unauthorized" }];
    expect(await answerOf("reports", {})).toEqual(unauthorized);
    expect(await answerOf("reports", await provider.wrong(url))).toEqual(unauthorized);
    // Who has signed up with Better Auth cannot do so again.
    const right = folder === "better-auth" ? await signUp(url, "bea") : await provider.right(url);
    expect(await answerOf("reports", right), log()).toEqual([403, { error: "Forbidden" }]);
    expect(await answerOf("reports", (await provider.admin?.(url)) ?? {}), log()).toEqual([200, pageOf()]);
  });
});

async function write(app: string, args: readonly string[]): Promise<void> {
  const said = await runTool(app, args);
  expect(said.code, said.stdout + said.stderr).toBe(0);
}
