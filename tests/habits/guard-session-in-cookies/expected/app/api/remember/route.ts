import { cookies } from "next/headers";
import { getSession } from "../../../lib/session";

export async function GET() {
  const authSession = await getSession();
  if (!authSession)
    return Response.json({ error: "Unauthorized" }, { status: 401 });

  const session = (await cookies()).get("session")?.value;
  if (!session) {
    return Response.json({ error: "No session" }, { status: 404 });
  }

  return Response.json({ session });
}

export async function POST() {
  const authSession = await getSession();
  if (!authSession)
    return Response.json({ error: "Unauthorized" }, { status: 401 });

  const { NODE_ENV } = process.env;
  (await cookies()).set("session", crypto.randomUUID(), {
    httpOnly: true,
    sameSite: "lax",
    secure: NODE_ENV !== "development",
    path: "/",
  });

  return Response.json({ ok: true }, { status: 201 });
}

export async function DELETE() {
  const authSession = await getSession();
  if (!authSession)
    return Response.json({ error: "Unauthorized" }, { status: 401 });

  (await cookies()).delete("session");

  return Response.json({ ok: true });
}

const allow = { Allow: "GET, HEAD, POST, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as PUT, methodNotAllowed as PATCH };
