import {
  deletePost,
  fetchPost,
  isBrokenReference,
  isDuplicate,
  parsePostChanges,
  parsePostKey,
  updatePost,
} from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const key = parsePostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid post", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const post = await fetchPost(key.data.id);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id } = await params;
  const key = parsePostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid post", issues: key.issues },
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

  const changes = parsePostChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid post", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(key.data.id, changes.data);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    if (isDuplicate(error)) {
      return Response.json({ error: "Post already exists" }, { status: 409 });
    }
    console.error("PATCH /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;
  const key = parsePostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid post", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const deleted = await deletePost(key.data.id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: key.data.id });
  } catch (error) {
    if (isBrokenReference(error)) {
      return Response.json({ error: "Post is still in use" }, { status: 409 });
    }
    console.error("DELETE /api/posts/[id] failed:", error);
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
