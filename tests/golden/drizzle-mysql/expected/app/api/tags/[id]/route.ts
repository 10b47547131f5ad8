import { deleteTag, fetchTag, parseTagChanges, updateTag } from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const tag = await fetchTag(id);
    if (!tag) {
      return Response.json({ error: "Tag not found" }, { status: 404 });
    }
    return Response.json(tag);
  } catch (error) {
    console.error("GET /api/tags/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseTagChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid tag", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const tag = await updateTag(id, changes.data);
    if (!tag) {
      return Response.json({ error: "Tag not found" }, { status: 404 });
    }
    return Response.json(tag);
  } catch (error) {
    console.error("PATCH /api/tags/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const deleted = await deleteTag(id);
    if (!deleted) {
      return Response.json({ error: "Tag not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/tags/[id] failed:", error);
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
