import {
  createComment,
  fetchComments,
  isBrokenReference,
  parseCommentParents,
  parseCommentQuery,
  parseNewComment,
} from "./data";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id } = await params;
  const parents = parseCommentParents(id);
  if (!parents.success) {
    return Response.json(
      { error: "Invalid comment", issues: parents.issues },
      { status: 400 },
    );
  }

  const query = parseCommentQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchComments(parents.data.postId, query.data));
  } catch (error) {
    console.error("GET /api/posts/[id]/comments failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request, { params }: Context) {
  const { id } = await params;
  const parents = parseCommentParents(id);
  if (!parents.success) {
    return Response.json(
      { error: "Invalid comment", issues: parents.issues },
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

  const input = parseNewComment(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid comment", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const comment = await createComment(parents.data.postId, input.data);
    return Response.json(comment, {
      status: 201,
      headers: {
        Location: `/api/posts/${encodeURIComponent(id)}/comments/${encodeURIComponent(comment.id)}`,
      },
    });
  } catch (error) {
    if (isBrokenReference(error)) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    console.error("POST /api/posts/[id]/comments failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
