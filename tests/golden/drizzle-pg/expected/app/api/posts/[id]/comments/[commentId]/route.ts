import {
  deleteComment,
  fetchComment,
  parseCommentChanges,
  parseCommentKey,
  parseCommentParents,
  updateComment,
} from "../data";

type Context = { params: Promise<{ id: string; commentId: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id, commentId } = await params;
  const parents = parseCommentParents(id);
  if (!parents.success) {
    return Response.json(
      { error: "Invalid comment", issues: parents.issues },
      { status: 400 },
    );
  }
  const key = parseCommentKey(commentId);
  if (!key.success) {
    return Response.json(
      { error: "Invalid comment", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const comment = await fetchComment(parents.data.postId, key.data.id);
    if (!comment) {
      return Response.json({ error: "Comment not found" }, { status: 404 });
    }
    return Response.json(comment);
  } catch (error) {
    console.error("GET /api/posts/[id]/comments/[commentId] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id, commentId } = await params;
  const parents = parseCommentParents(id);
  if (!parents.success) {
    return Response.json(
      { error: "Invalid comment", issues: parents.issues },
      { status: 400 },
    );
  }
  const key = parseCommentKey(commentId);
  if (!key.success) {
    return Response.json(
      { error: "Invalid comment", issues: key.issues },
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

  const changes = parseCommentChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid comment", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const comment = await updateComment(
      parents.data.postId,
      key.data.id,
      changes.data,
    );
    if (!comment) {
      return Response.json({ error: "Comment not found" }, { status: 404 });
    }
    return Response.json(comment);
  } catch (error) {
    console.error("PATCH /api/posts/[id]/comments/[commentId] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id, commentId } = await params;
  const parents = parseCommentParents(id);
  if (!parents.success) {
    return Response.json(
      { error: "Invalid comment", issues: parents.issues },
      { status: 400 },
    );
  }
  const key = parseCommentKey(commentId);
  if (!key.success) {
    return Response.json(
      { error: "Invalid comment", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const deleted = await deleteComment(parents.data.postId, key.data.id);
    if (!deleted) {
      return Response.json({ error: "Comment not found" }, { status: 404 });
    }
    return Response.json({ deleted: key.data.id });
  } catch (error) {
    console.error("DELETE /api/posts/[id]/comments/[commentId] failed:", error);
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
