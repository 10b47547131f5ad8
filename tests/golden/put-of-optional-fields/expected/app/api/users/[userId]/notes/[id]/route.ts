import {
  deleteNote,
  fetchNote,
  parseNewNote,
  parseNoteChanges,
  parseNoteKey,
  replaceNote,
  updateNote,
} from "../data";

type Context = { params: Promise<{ userId: string; id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { userId, id } = await params;
  const key = parseNoteKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid note", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const note = await fetchNote(userId, key.data.id);
    if (!note) {
      return Response.json({ error: "Note not found" }, { status: 404 });
    }
    return Response.json(note);
  } catch (error) {
    console.error("GET /api/users/[userId]/notes/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PUT(request: Request, { params }: Context) {
  const { userId, id } = await params;
  const key = parseNoteKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid note", issues: key.issues },
      { status: 400 },
    );
  }

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewNote(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid note", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const note = await replaceNote(userId, key.data.id, input.data);
    if (!note) {
      return Response.json({ error: "Note not found" }, { status: 404 });
    }
    return Response.json(note);
  } catch (error) {
    console.error("PUT /api/users/[userId]/notes/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { userId, id } = await params;
  const key = parseNoteKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid note", issues: key.issues },
      { status: 400 },
    );
  }

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseNoteChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid note", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const note = await updateNote(userId, key.data.id, changes.data);
    if (!note) {
      return Response.json({ error: "Note not found" }, { status: 404 });
    }
    return Response.json(note);
  } catch (error) {
    console.error("PATCH /api/users/[userId]/notes/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { userId, id } = await params;
  const key = parseNoteKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid note", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const deleted = await deleteNote(userId, key.data.id);
    if (!deleted) {
      return Response.json({ error: "Note not found" }, { status: 404 });
    }
    return Response.json({ deleted: key.data.id });
  } catch (error) {
    console.error("DELETE /api/users/[userId]/notes/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, PUT, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as POST };
