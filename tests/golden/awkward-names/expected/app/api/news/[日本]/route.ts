import {
  deleteNewsItem,
  fetchNewsItem,
  parseNewsItemChanges,
  updateNewsItem,
} from "../data";

type Context = { params: Promise<{ 日本: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { 日本 } = await params;

  try {
    const newsItem = await fetchNewsItem(日本);
    if (!newsItem) {
      return Response.json({ error: "News item not found" }, { status: 404 });
    }
    return Response.json(newsItem);
  } catch (error) {
    console.error("GET /api/news/[日本] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { 日本 } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseNewsItemChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid news item", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const newsItem = await updateNewsItem(日本, changes.data);
    if (!newsItem) {
      return Response.json({ error: "News item not found" }, { status: 404 });
    }
    return Response.json(newsItem);
  } catch (error) {
    console.error("PATCH /api/news/[日本] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { 日本 } = await params;

  try {
    const deleted = await deleteNewsItem(日本);
    if (!deleted) {
      return Response.json({ error: "News item not found" }, { status: 404 });
    }
    return Response.json({ deleted: 日本 });
  } catch (error) {
    console.error("DELETE /api/news/[日本] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as POST, methodNotAllowed as PUT };
