import {
  deleteSession,
  fetchSession,
  parseSessionChanges,
  updateSession,
} from "@/app/api/sessions/data";
import type { Session } from "@/lib/sessions";
import { fetchSession as authFetchSession } from "@/lib/sessions";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const session: Session | null = await authFetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  const { id } = await params;

  try {
    const item = await fetchSession(id);
    if (!item) {
      return Response.json({ error: "Session not found" }, { status: 404 });
    }
    return Response.json(item);
  } catch (error) {
    console.error("GET /api/sessions/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const session: Session | null = await authFetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

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

  const changes = parseSessionChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid session", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const item = await updateSession(id, changes.data);
    if (!item) {
      return Response.json({ error: "Session not found" }, { status: 404 });
    }
    return Response.json(item);
  } catch (error) {
    console.error("PATCH /api/sessions/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const session: Session | null = await authFetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  const { id } = await params;

  try {
    const deleted = await deleteSession(id);
    if (!deleted) {
      return Response.json({ error: "Session not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/sessions/[id] failed:", error);
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
