import {
  createPost,
  deletePost,
  fetchPosts,
  parseNewPost,
  parsePostChanges,
  updatePost,
} from "./data";

export async function GET() {
  try {
    return Response.json(await fetchPosts());
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request) {
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
    const post = await createPost(input.data);
    return Response.json(post, {
      status: 201,
      headers: { Location: `/api/posts/${post.id}` },
    });
  } catch (error) {
    console.error("POST /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      { error: "Invalid post", issues: ["id: expected a non-empty string"] },
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
    console.error("PATCH /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      { error: "Invalid post", issues: ["id: expected a non-empty string"] },
      { status: 400 },
    );
  }

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

/** The id in a request's body, for the methods that name one there and not in the path. */
function readId(body: unknown) {
  if (typeof body !== "object" || body === null) return undefined;
  const { id } = body as Record<string, unknown>;
  return typeof id === "string" && id !== "" ? id : undefined;
}

const allow = { Allow: "GET, HEAD, POST, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as PUT };
