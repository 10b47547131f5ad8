import { parsePostQuery, searchPosts } from "./data";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id } = await params;

  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  try {
    const page = await searchPosts(id, query.data);
    return Response.json(page, { headers: { "X-Request-Id": requestId } });
  } catch (error) {
    console.error("GET /api/users/[id]/posts/search failed:", requestId, error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
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
