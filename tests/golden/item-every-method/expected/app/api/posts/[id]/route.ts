import {
  deletePost,
  fetchPost,
  parseNewPost,
  parsePostChanges,
  updatePost,
} from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const post = await fetchPost(id);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function HEAD(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const post = await fetchPost(id);
    return new Response(null, {
      status: post ? 200 : 404,
      headers: { "Content-Type": "application/json" },
    });
  } catch (error) {
    console.error("HEAD /api/posts/[id] failed:", error);
    return new Response(null, { status: 500 });
  }
}

export async function POST(request: Request, { params }: Context) {
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

  const changes = parsePostChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid post", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(id, changes.data);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("POST /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PUT(request: Request, { params }: Context) {
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

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid post", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(id, input.data);
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
    const post = await updatePost(id, changes.data);
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

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}
