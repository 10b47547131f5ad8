import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";

/** How a provider is signed in to: what is sent afterwards. */
export type Credentials = Record<string, string>;

/** Signs in to next-auth by a password, of either major: the two have the same endpoints. */
export async function signInByPassword(base: string, password: string): Promise<Credentials> {
  const csrf = await fetch(`${base}/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const before = cookiesOf(csrf);
  const answer = await fetch(`${base}/callback/credentials`, {
    method: "POST",
    headers: { Cookie: before },
    body: new URLSearchParams({ csrfToken, password, json: "true" }),
    redirect: "manual",
  });
  return { Cookie: [before, cookiesOf(answer)].filter((text) => text !== "").join("; ") };
}

/** Signs up with Better Auth. */
export async function signUp(url: string, name = "ada"): Promise<Credentials> {
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ name, email: `${name}@example.com`, password: "long enough" }),
  });
  return { Cookie: cookiesOf(answer) };
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

/** The cookie of a session that is signed as Next.js describes it. */
export function signedCookie(secret: string, claims: object): Credentials {
  const text = `${encoded({ alg: "HS256" })}.${encoded(claims)}`;
  return { Cookie: `session=${text}.${createHmac("sha256", secret).update(text).digest("base64url")}` };
}

/** What an instance of Clerk signs its tokens with, and what an app has of it. */
export function clerkKeys(): { privateKey: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { privateKey, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

/** A session token of Clerk with its default claims and others. Source: clerk.com/docs/guides/sessions/session-tokens. */
export function clerkToken(key: KeyObject, others: object = {}): Credentials {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now - 10, nbf: now - 10, exp: now + 600 };
  const claims = { iss: "https://clerk.example.com", sub: "user_1", sid: "sess_1", ...times, ...others };
  const text = `${encoded({ alg: "RS256", typ: "JWT", kid: "ins_1" })}.${encoded(claims)}`;
  const signature = createSign("RSA-SHA256").update(text).sign(key).toString("base64url");
  return { Authorization: `Bearer ${text}.${signature}` };
}

/** The cookie of a session of Supabase, whose server is asked for the user. */
export function supabaseCookie(token: string): Credentials {
  const session = {
    access_token: token,
    refresh_token: "refresh",
    token_type: "bearer",
    expires_in: 3600,
    expires_at: Math.floor(Date.now() / 1000) + 3600,
    user: { id: "ada" },
  };
  return { Cookie: `sb-127-auth-token=base64-${encoded(session)}` };
}

/** Stands in for the server of Supabase: it knows the users of some tokens. */
export async function supabaseServer(
  users: Readonly<Record<string, object>>,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const user = users[request.headers.authorization?.replace("Bearer ", "") ?? ""];
    const isKnown = request.url === "/auth/v1/user" && user !== undefined;
    response.writeHead(isKnown ? 200 : 403, { "Content-Type": "application/json" });
    response.end(JSON.stringify(isKnown ? { aud: "authenticated", ...user } : { msg: "invalid JWT" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, url: `http://127.0.0.1:${String(port)}` };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
