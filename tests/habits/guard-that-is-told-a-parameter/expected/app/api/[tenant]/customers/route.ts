import { createHash, timingSafeEqual } from "node:crypto";
import { fetchCustomers, parseCustomerQuery } from "./data";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
) {
  if (!isAuthorized(request)) return unauthorized();

  const { tenant } = await params;

  const query = parseCustomerQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchCustomers(tenant, query.data));
  } catch (error) {
    console.error("GET /api/[tenant]/customers failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
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
