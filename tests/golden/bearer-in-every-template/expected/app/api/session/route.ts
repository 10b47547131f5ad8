import { createHash, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";

export async function GET(request: Request) {
  if (!isAuthorized(request)) return unauthorized();

  const session = (await cookies()).get("session")?.value;
  if (!session) {
    return Response.json({ error: "No session" }, { status: 404 });
  }

  return Response.json({ session });
}

export async function POST(request: Request) {
  if (!isAuthorized(request)) return unauthorized();

  const { NODE_ENV } = process.env;
  (await cookies()).set("session", crypto.randomUUID(), {
    httpOnly: true,
    sameSite: "lax",
    secure: NODE_ENV !== "development",
    path: "/",
  });

  return Response.json({ ok: true }, { status: 201 });
}

export async function DELETE(request: Request) {
  if (!isAuthorized(request)) return unauthorized();

  (await cookies()).delete("session");

  return Response.json({ ok: true });
}

/** Compares `Authorization: Bearer <token>` with API_TOKEN; while API_TOKEN is unset, nobody gets in. */
function isAuthorized(request: Request) {
  const { API_TOKEN } = process.env;
  const header = request.headers.get("authorization") ?? "";
  const [, token] = /^Bearer +(.+)$/i.exec(header) ?? [];
  if (!API_TOKEN || !token) return false;

  // Digests have one length, so the comparison takes the same time for every token.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(token), digest(API_TOKEN));
}

function unauthorized() {
  return Response.json(
    { error: "Unauthorized" },
    { status: 401, headers: { "WWW-Authenticate": "Bearer" } },
  );
}
