import {
  deletePost,
  fetchPost,
  parseNewPost,
  parsePostChanges,
  parsePostKey,
  replacePost,
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

export async function PUT(request: Request, { params }: Context) {
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

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid post", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const post = await replacePost(key.data.id, input.data);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("PUT /api/posts/[id] failed:", error);
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
    console.error("DELETE /api/posts/[id] failed:", error);
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
