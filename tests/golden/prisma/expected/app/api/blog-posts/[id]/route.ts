import {
  deleteBlogPost,
  fetchBlogPost,
  isBrokenReference,
  isDuplicate,
  parseBlogPostChanges,
  parseBlogPostKey,
  updateBlogPost,
} from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const key = parseBlogPostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid blog post", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const blogPost = await fetchBlogPost(key.data.id);
    if (!blogPost) {
      return Response.json({ error: "Blog post not found" }, { status: 404 });
    }
    return Response.json(blogPost);
  } catch (error) {
    console.error("GET /api/blog-posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id } = await params;
  const key = parseBlogPostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid blog post", issues: key.issues },
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

  const changes = parseBlogPostChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid blog post", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const blogPost = await updateBlogPost(key.data.id, changes.data);
    if (!blogPost) {
      return Response.json({ error: "Blog post not found" }, { status: 404 });
    }
    return Response.json(blogPost);
  } catch (error) {
    if (isDuplicate(error)) {
      return Response.json(
        { error: "Blog post already exists" },
        { status: 409 },
      );
    }
    if (isBrokenReference(error)) {
      return Response.json(
        { error: "Blog post refers to what does not exist" },
        { status: 409 },
      );
    }
    console.error("PATCH /api/blog-posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;
  const key = parseBlogPostKey(id);
  if (!key.success) {
    return Response.json(
      { error: "Invalid blog post", issues: key.issues },
      { status: 400 },
    );
  }

  try {
    const deleted = await deleteBlogPost(key.data.id);
    if (!deleted) {
      return Response.json({ error: "Blog post not found" }, { status: 404 });
    }
    return Response.json({ deleted: key.data.id });
  } catch (error) {
    if (isBrokenReference(error)) {
      return Response.json(
        { error: "Blog post is still in use" },
        { status: 409 },
      );
    }
    console.error("DELETE /api/blog-posts/[id] failed:", error);
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
