import { deletePost, fetchPost, parsePostChanges, updatePost } from "../data";

type Context = { params: Promise<{ userId: string; id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { userId, id } = await params;

  try {
    const post = await fetchPost(userId, id);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/users/[userId]/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { userId, id } = await params;

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
    const post = await updatePost(userId, id, changes.data);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("PATCH /api/users/[userId]/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { userId, id } = await params;

  try {
    const deleted = await deletePost(userId, id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/users/[userId]/posts/[id] failed:", error);
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
