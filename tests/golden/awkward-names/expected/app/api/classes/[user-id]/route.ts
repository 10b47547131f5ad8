import {
  deleteClass,
  fetchClass,
  parseClassChanges,
  updateClass,
} from "../data";

type Context = { params: Promise<{ "user-id": string }> };

export async function GET(_request: Request, { params }: Context) {
  const { "user-id": userId } = await params;

  try {
    const item = await fetchClass(userId);
    if (!item) {
      return Response.json({ error: "Class not found" }, { status: 404 });
    }
    return Response.json(item);
  } catch (error) {
    console.error("GET /api/classes/[user-id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { "user-id": userId } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseClassChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid class", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const item = await updateClass(userId, changes.data);
    if (!item) {
      return Response.json({ error: "Class not found" }, { status: 404 });
    }
    return Response.json(item);
  } catch (error) {
    console.error("PATCH /api/classes/[user-id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { "user-id": userId } = await params;

  try {
    const deleted = await deleteClass(userId);
    if (!deleted) {
      return Response.json({ error: "Class not found" }, { status: 404 });
    }
    return Response.json({ deleted: userId });
  } catch (error) {
    console.error("DELETE /api/classes/[user-id] failed:", error);
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
