import { jwtVerify } from "jose";
import { cookies } from "next/headers";

export async function GET() {
  const userId = await signedInUser();
  if (userId === undefined) return unauthorized();

  return Response.json({ message: "Hello, world!" });
}

/** The id in the cookie `session`, if SESSION_SECRET has signed it; while SESSION_SECRET is unset, nobody gets in. */
async function signedInUser() {
  const { SESSION_SECRET } = process.env;
  const token = (await cookies()).get("session")?.value;
  if (!SESSION_SECRET || !token) return undefined;

  try {
    const key = new TextEncoder().encode(SESSION_SECRET);
    const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"] });
    const { sub, userId = sub } = payload;
    return typeof userId === "string" && userId !== "" ? userId : undefined;
  } catch {
    return undefined;
  }
}

function unauthorized() {
  return Response.json({ error: "Unauthorized" }, { status: 401 });
}

const allow = { Allow: "GET, HEAD, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
