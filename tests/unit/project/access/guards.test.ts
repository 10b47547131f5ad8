import { describe, expect, test } from "vitest";
import { seenIn } from "../../../support/app-modules.js";

const no = `return Response.json({ error: "Unauthorized" }, { status: 401 });`;
const work = `await db.create(); return Response.json({});`;

/** A handler with this body. */
const post = (body: string, parameters = "request: Request, { params }: Context") =>
  `export async function POST(${parameters}) {\n${body}\n}`;
const seen = (body: string, others?: Record<string, string>) =>
  seenIn(body.includes("export ") ? body : post(body), others)[0]!.replace(/^POST /, "");

describe("a branch that refuses, by what it follows from", () => {
  test.each<[string, string]>([
    [`const session = await auth(); if (!session) ${no} ${work}`, "auth()"],
    [`const session = await auth(); if (!session?.user?.id) { console.log("no"); ${no} } ${work}`, "auth()"],
    [`if (!(await auth())) throw new ApiError(401, "x"); ${work}`, "auth()"],
    [`const { userId } = await auth(); if (userId == null) ${no} ${work}`, "auth()"],
    [
      `const { userId } = auth(); if (userId === null) return new Response("Forbidden", { status: 403 }); ${work}`,
      "auth()",
    ],
    [
      `const session = await getServerSession(authOptions); if (!session) { return new Response(null, { status: 403 }) } ${work}`,
      "getServerSession()",
    ],
    [
      `const session = await auth.api.getSession({ headers: await headers() }); if (!session) ${no} ${work}`,
      "auth.api.getSession()",
    ],
    [`if (!isAuthorized(request)) return unauthorized(); ${work}`, "isAuthorized()"],
    [
      `const { data: { user }, error } = await supabase.auth.getUser(); if (error || !user) ${no} ${work}`,
      "supabase.auth.getUser()",
    ],
    [`const user = await currentUser(); if (!user) redirect("/sign-in"); ${work}`, "currentUser()"],
    [
      `const user = await getCurrentUser(); if (!user) return NextResponse.redirect(new URL("/login", request.url)); ${work}`,
      "getCurrentUser()",
    ],
    [`const session = await getSession(); if (!session) unauthorized(); ${work}`, "getSession()"],
    [
      `const session = await auth(); if (session?.user.role !== "admin") return new Response("", { status: 403 }); ${work}`,
      "auth()",
    ],
    [`const session = await auth(); if (!session || session.user.id !== params.id) ${no} ${work}`, "auth()"],
    [
      `const session = await auth(); const user = session?.user; const isAdmin = user?.role === "admin"; if (!isAdmin) ${no} ${work}`,
      "auth()",
    ],
    [
      `const session = await auth(); if (!session) return Response.json({ error: "No" }, { status: 400 }); ${work}`,
      "auth()",
    ],
    [`const session = await auth(); if (!session) notFound(); ${work}`, "auth()"],
    [`const session = await auth(); if (!session) throw new Error("nobody"); ${work}`, "auth()"],
    [
      `try { const session = await auth(); if (!session) ${no} ${work} } catch (error) { return fail(error); }`,
      "auth()",
    ],
    [
      `let session; try { session = await auth(); } catch { return oops(); } if (!session) ${no} ${work}`,
      "auth()",
    ],
    [
      `const session = await auth(); if (session) { ${work} } return new Response("", { status: 401 });`,
      "auth()",
    ],
    [`const session = await auth(); if (session) { ${work} } else { ${no} }`, "auth()"],
    [
      `const user = (await fromCache(request)) || (await getUserFromRequest(request)); if (!user) ${no} ${work}`,
      "none",
    ],
    [
      `const user = (await getSession()) || (await getUserFromRequest(request)); if (!user) ${no} ${work}`,
      "getSession()",
    ],
    [`if (process.env.NODE_ENV === "production" && !(await auth())) ${no} ${work}`, "auth()"],
    [
      `const body = await request.json(); const parsed = schema.parse(body); const session = await auth(); if (!session) ${no} ${work}`,
      "auth()",
    ],
    [
      `if (!(await verifyCurrentUserHasAccessToPost(params.id))) return new Response(null, { status: 403 }); ${work}`,
      "verifyCurrentUserHasAccessToPost()",
    ],
    [
      `const session = await auth(); const post = await db.post.findFirst({ where: { id, ownerId: session.user.id } }); if (!post) return new Response("Forbidden", { status: 403 }); ${work}`,
      "auth()",
    ],
    [
      `const status = await checkAuth(request); if (status === "unauthenticated") ${no} ${work}`,
      "checkAuth()",
    ],
    [
      `const user = await authenticateUser(request); if (user instanceof Response) return user; ${work}`,
      "authenticateUser()",
    ],
    [`const token = await getToken({ req: request }); if (!token) ${no} ${work}`, "getToken()"],
  ])("%s", (body, expected) => {
    expect(seen(body)).toBe(expected);
  });

  test.each<[string]>([
    // A part of the callers comes by.
    [`const session = await auth(); if (post.isPrivate && !session) ${no} ${work}`],
    [`const session = await auth(); if (session && session.user.role !== "admin") ${no} ${work}`],
    [`const session = await auth(); if (request.headers.get("x-mode")) { if (!session) ${no} } ${work}`],
    [`for (const item of items) { if (!(await auth())) ${no} } ${work}`],
    [`const check = async () => { if (!(await auth())) ${no} }; ${work}`],
    [`${work} if (!(await auth())) ${no}`],
    // It does not refuse those who are nobody.
    [
      `const session = await auth(); if (session) return Response.json({ error: "Forbidden" }, { status: 403 }); ${work}`,
    ],
    [
      `const session = await auth(); if (session?.user.role === "banned") return new Response("", { status: 403 }); ${work}`,
    ],
    [`const session = await auth(); if (!session) console.warn("Unauthorized"); ${work}`],
    [`const session = await auth(); if (!session) return Response.json([]); ${work}`],
    [`const session = await auth(); const name = session?.user.name ?? "you"; if (!name) ${no} ${work}`],
    [`const session = (await auth()) ?? guest; if (!session) ${no} ${work}`],
    // What is asked is something else.
    [
      `const post = await db.post.find(params.id); if (!post) return new Response("Forbidden", { status: 403 }); ${work}`,
    ],
    [
      `const session = await auth(); const post = await db.post.find({ id, viewer: session?.user.id }); if (!post) return new Response("", { status: 403 }); ${work}`,
    ],
    [`const user = await getUser(params.id); if (!user) return new Response("", { status: 404 }); ${work}`],
    [
      `const session = await getChatSession(params.id); if (!session) return new Response("", { status: 404 }); ${work}`,
    ],
    [
      `const session = await stripe.checkout.sessions.retrieve(id); if (!session) return new Response("", { status: 404 }); ${work}`,
    ],
    [`const user = await getUserByEmail(body.email); if (!user) ${no} ${work}`],
    [`const user = await db.user.findUnique({ where: { email } }); if (!user) ${no} ${work}`],
    [`if (!isFeatureEnabled("posts")) return new Response("", { status: 403 }); ${work}`],
    [
      `const { success } = await ratelimit.limit(ip); if (!success) return new Response("", { status: 403 }); ${work}`,
    ],
    [`if (!(await verifyEmail(body.email))) return new Response("", { status: 403 }); ${work}`],
    [`if (!checkSlug(params.slug)) return new Response("", { status: 403 }); ${work}`],
    [`if (!validateBody(body)) return new Response("", { status: 403 }); ${work}`],
    [`const session = await createSession(body); if (!session) ${no} ${work}`],
    [`const result = await signIn("credentials", body); if (!result) ${no} ${work}`],
    [`const token = request.headers.get("authorization"); if (!token) ${no} ${work}`],
    [
      `const agent = await getUserAgent(request); if (!agent) return new Response("", { status: 403 }); ${work}`,
    ],
    [`if (request.method !== "POST") return new Response("", { status: 403 }); ${work}`],
    [work],
  ])("none: %s", (body) => {
    expect(seen(body)).toBe("none");
  });
});

describe("a comparison with a secret, or a lookup with what a header says", () => {
  test.each<[string, string]>([
    [
      'if (request.headers.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) ' + no + work,
      "authorization header",
    ],
    [
      'const header = request.headers.get("Authorization"); if (!process.env.CRON_SECRET || header !== `Bearer ${process.env.CRON_SECRET}`) ' +
        no +
        work,
      "authorization header",
    ],
    [
      `const key = (await headers()).get("x-api-key"); if (key !== env.API_KEY) ${no} ${work}`,
      "x-api-key header",
    ],
    [
      `const { searchParams } = new URL(request.url); if (searchParams.get("secret") !== process.env.REVALIDATE_SECRET) ${no} ${work}`,
      "secret parameter",
    ],
    [
      `const body = await request.json(); if (body.secret !== process.env.HOOK_SECRET) ${no} ${work}`,
      "HOOK_SECRET",
    ],
    [
      `const isOk = request.headers.get("authorization") === process.env.TOKEN; if (!isOk) ${no} ${work}`,
      "authorization header",
    ],
    [
      `const given = request.headers.get("x-signature"); if (!timingSafeEqual(Buffer.from(given), expected)) ${no} ${work}`,
      "x-signature header",
    ],
    [
      `const token = request.headers.get("authorization")?.split(" ")[1]; const key = await lookUp(token); if (!key) ${no} ${work}`,
      "authorization header",
    ],
    [
      `const key = await db.apiKey.findUnique({ where: { key: request.headers.get("x-api-key") } }); if (!key) ${no} ${work}`,
      "x-api-key header",
    ],
    [
      `const sid = (await cookies()).get("session")?.value; const user = await decrypt(sid); if (!user) ${no} ${work}`,
      "session cookie",
    ],
    // Open while there is no secret.
    [
      'if (process.env.CRON_SECRET && request.headers.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) ' +
        no +
        work,
      "none",
    ],
    [`if (request.headers.get("x-mode") !== "fast") ${no} ${work}`, "none"],
    [`if (request.headers.get("x-key") !== process.env.PUBLIC_URL) ${no} ${work}`, "none"],
    [`const ip = request.headers.get("x-forwarded-for"); if (!(await known(ip))) ${no} ${work}`, "none"],
  ])("%s", (body, expected) => {
    expect(seen(body)).toBe(expected);
  });
});

describe("a call that throws or redirects by itself", () => {
  test.each<[string, string]>([
    [`const user = await requireUser(); ${work}`, "requireUser()"],
    [`await requireAuth(request); ${work}`, "requireAuth()"],
    [`await auth.protect(); ${work}`, "auth.protect()"],
    [`await requireUserOrThrow(); ${work}`, "requireUserOrThrow()"],
    [`assertAdmin(await getSession()); ${work}`, "assertAdmin()"],
    [`await ensureLoggedIn(); ${work}`, "ensureLoggedIn()"],
    [`await verifySession(); ${work}`, "verifySession()"],
    [`const { payload } = await jwtVerify(token, secret); ${work}`, "jwtVerify()"],
    [
      `const event = stripe.webhooks.constructEvent(body, signature, secret); ${work}`,
      "stripe.webhooks.constructEvent()",
    ],
    [
      `let event; try { event = stripe.webhooks.constructEvent(a, b, c); } catch (e) { return new Response("", { status: 400 }); } ${work}`,
      "stripe.webhooks.constructEvent()",
    ],
    [`const wh = new Webhook(secret); const event = wh.verify(body, headers); ${work}`, "wh.verify()"],
    [`try { await requireUser(); ${work} } catch (error) { return fail(error); }`, "requireUser()"],
    [`return withSpan("x", async () => { await requireUser(); ${work} });`, "requireUser()"],
    // What it throws is caught, or it is not called by all.
    [`try { await requireUser(); } catch {} ${work}`, "none"],
    [`const user = await requireUser().catch(() => null); ${work}`, "none"],
    [`const user = isStrict ? await requireUser() : null; ${work}`, "none"],
    [`isStrict && (await requireUser()); ${work}`, "none"],
    [`await other.verify(body); ${work}`, "none"],
    [`await ensureUserExists(id); ${work}`, "none"],
    [`await requireUserInput(body); ${work}`, "none"],
    [`await oauthController.authorize(query); ${work}`, "none"],
    [`await tryRequireAuth(); ${work}`, "none"],
    [`const session = await auth(); ${work}`, "none"],
  ])("%s", (body, expected) => {
    expect(seen(body)).toBe(expected);
  });
});

describe("a wrapper", () => {
  const handler = `async (request) => { ${work} }`;
  test.each<[string, string]>([
    [`export const POST = withAuth(${handler});`, "withAuth"],
    [`export const POST = withErrors(withAuth(${handler}));`, "withAuth"],
    [`export const POST = withRole({ role: "admin" })(${handler});`, "withRole"],
    [`export const POST = requireAdmin(${handler}, { log: true });`, "requireAdmin"],
    [`export const POST = withApiAuthRequired(${handler});`, "withApiAuthRequired"],
    [`export const POST = protectedRoute({ handler: ${handler} });`, "protectedRoute"],
    [`export const POST = compose(withErrors, withAuth)(${handler});`, "withAuth"],
    [`export const POST = verifySignatureAppRouter(${handler});`, "verifySignatureAppRouter"],
    [`export const POST = withAuth(handler);`, "withAuth"],
    [`export const POST = auth(async (req) => { if (!req.auth) ${no} ${work} });`, "auth"],
    [
      `export const POST = withWorkspace(async ({ session }) => { if (!session) ${no} ${work} });`,
      "withWorkspace",
    ],
    [
      `export const POST = withErrors(async () => { const session = await auth(); if (!session) ${no} ${work} });`,
      "auth()",
    ],
    [`export const POST = auth(${handler});`, "none"],
    [`export const POST = withErrors(${handler});`, "none"],
    [`export const POST = withOptionalAuth(${handler});`, "none"],
    [`export const POST = withAuthor(${handler});`, "none"],
    [`export const POST = withUserAgent(${handler});`, "none"],
    [`export const POST = withSessionRoute(${handler});`, "none"],
    [`export const POST = withApi({ auth: "none", handler: ${handler} });`, "none"],
    [`export const POST = withAuth({ required: false })(${handler});`, "none"],
  ])("%s", (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  test.each<[string, string, string]>([
    [
      "withTeam",
      `(handler) => async (req) => { const s = await getSession(); if (!s) throw new ApiError("unauthorized"); return handler(req); }`,
      "withTeam",
    ],
    [
      "withTeam",
      `({ role }) => (handler) => async (req) => { if (!(await auth())) ${no} return handler(req); }`,
      "withTeam",
    ],
    [
      "withTeam",
      `(handler) => async (req) => { const s = await getSession(); return handler(req, s); }`,
      "none",
    ],
    // A name that says more than there is.
    ["withAuth", `(handler) => async (req) => handler(req, await getSession())`, "none"],
    [
      "withAuth",
      `(handler) => async (req) => { const s = await getSession(); if (!s) ${no} return handler(req); }`,
      "withAuth",
    ],
  ])("of the app's own, %s, is looked into: %s", (name, value, expected) => {
    const text = `import { ${name} } from "@/lib/wrap"; export const POST = ${name}(${handler});`;
    expect(seen(text, { "lib/wrap.ts": `export const ${name} = ${value};` })).toBe(expected);
  });
});

describe("a function of the app's own is followed", () => {
  test.each<[string, string, string]>([
    [
      `const denied = await gate(request); if (denied) return denied; ${work}`,
      `export async function gate(r) { if (!(await auth())) ${no} }`,
      "gate()",
    ],
    [
      `const { error, user } = await gate(request); if (error) return error; ${work}`,
      `export const gate = async (r) => { const s = await getSession(); if (!s) return { error: Response.json({}, { status: 401 }) }; return { user: s.user }; }`,
      "gate()",
    ],
    [
      `await gate(); ${work}`,
      `export async function gate() { const s = await auth(); if (!s) throw new Error("Unauthorized"); }`,
      "gate()",
    ],
    [
      `await gate(); ${work}`,
      `export const gate = cache(async () => { const s = await auth(); if (!s) redirect("/login"); });`,
      "gate()",
    ],
    [
      `await gate(); ${work}`,
      `export async function gate() { await inner(); } async function inner() { await requireUser(); }`,
      "gate()",
    ],
    [
      `return gate(request);`,
      `export async function gate(r) { if (!(await auth())) ${no} ${work} }`,
      "gate()",
    ],
    [
      `const ok = await gate(request); if (!ok) ${no} ${work}`,
      `export async function gate(r) { const s = await getSession(); return s?.user.role === "admin"; }`,
      "gate()",
    ],
    // What it answers is not looked at, or it asks nothing.
    [`await gate(request); ${work}`, `export async function gate(r) { if (!(await auth())) ${no} }`, "none"],
    [
      `await gate(); ${work}`,
      `export async function gate() { const s = await auth(); if (!s) return null; return s; }`,
      "none",
    ],
    [
      `const ok = await gate(request); if (!ok) ${no} ${work}`,
      `export async function gate(r) { return db.flags.get("open"); }`,
      "none",
    ],
    [
      `const ok = await gate(request); if (!ok) ${no} ${work}`,
      `export const gate = (r) => bill(process.env.STRIPE_SECRET_KEY);`,
      "none",
    ],
    [
      `const { error } = await gate(request, { skipAuth: true }); if (error) return error; ${work}`,
      `export async function gate(r, o) { if (!o.skipAuth && !(await auth())) return { error: Response.json({}, { status: 401 }) }; return {}; }`,
      "none",
    ],
    [
      `const user = await requireUser(); ${work}`,
      `export const requireUser = async () => (await auth())?.user;`,
      "none",
    ],
    [
      `const user = await requireUser(); ${work}`,
      `export async function requireUser() { const s = await auth(); if (!s) redirect("/login"); return s; }`,
      "requireUser()",
    ],
    [
      `const post = await createPost(body); return Response.json(post);`,
      `export async function createPost(b) { const user = await getUser(b.userId); if (!user) throw new Error("No such user"); }`,
      "none",
    ],
  ])("%s with %s", (body, lib, expected) => {
    const text = `import { gate, requireUser, createPost } from "@/lib/gate";\n${post(body)}`;
    expect(seen(text, { "lib/gate.ts": lib })).toBe(expected);
  });

  test("in the file itself, and inside the handler", () => {
    expect(
      seen(
        `async function check() { if (!(await auth())) throw new HttpError(401); }\n${post(`await check(); ${work}`)}`,
      ),
    ).toBe("check()");
    expect(
      seen(
        post(
          `const check = async () => { if (!(await auth())) throw new HttpError(401); }; await check(); ${work}`,
        ),
      ),
    ).toBe("check()");
  });
});

test("each method has its own", () => {
  const text = `${post(`const s = await auth(); if (!s) ${no} ${work}`)}
    export async function GET() { return Response.json([]); }
    export const DELETE = withAuth(async () => new Response());
    export const { PUT } = handlers;`;
  expect(seenIn(text)).toEqual(["GET none", "POST auth()", "PUT ? taken from handlers", "DELETE withAuth"]);
});
