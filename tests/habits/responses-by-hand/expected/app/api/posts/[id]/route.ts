import { deletePost, fetchPost, parsePostChanges, updatePost } from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const post = await fetchPost(id);
    if (!post) {
      return new Response("Post not found", { status: 404 });
    }
    return new Response(JSON.stringify(post), {
      headers: { "Content-Type": "application/json" },
    });
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return new Response("Internal server error", { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return new Response("Request body must be valid JSON", { status: 400 });
  }

  const changes = parsePostChanges(body);
  if (!changes.success) {
    return new Response(
      JSON.stringify({ error: "Invalid post", issues: changes.issues }),
      { status: 400, headers: { "Content-Type": "application/json" } },
    );
  }

  try {
    const post = await updatePost(id, changes.data);
    if (!post) {
      return new Response("Post not found", { status: 404 });
    }
    return new Response(JSON.stringify(post), {
      headers: { "Content-Type": "application/json" },
    });
  } catch (error) {
    console.error("PATCH /api/posts/[id] failed:", error);
    return new Response("Internal server error", { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return new Response("Post not found", { status: 404 });
    }
    return new Response(JSON.stringify({ deleted: id }), {
      headers: { "Content-Type": "application/json" },
    });
  } catch (error) {
    console.error("DELETE /api/posts/[id] failed:", error);
    return new Response("Internal server error", { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return new Response("Method not allowed", { status: 405, headers: allow });
}

export { methodNotAllowed as POST, methodNotAllowed as PUT };
