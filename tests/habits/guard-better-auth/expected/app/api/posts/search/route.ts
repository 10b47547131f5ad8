import { headers as authHeaders } from "next/headers";
import { auth } from "@/auth";
import { parsePostQuery, searchPosts } from "./data";

export async function GET(request: Request) {
  const session = await auth.api.getSession({ headers: await authHeaders() });
  if (!session) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  const requestId = request.headers.get("x-request-id") || crypto.randomUUID();
  const headers = { "X-Request-Id": requestId };

  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400, headers },
    );
  }

  try {
    return Response.json(await searchPosts(query.data), { headers });
  } catch (error) {
    console.error("GET /api/posts/search failed:", requestId, error);
    return Response.json(
      { error: "Internal server error" },
      { status: 500, headers },
    );
  }
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
