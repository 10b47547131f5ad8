import { createPost, fetchPosts, parseNewPost, parsePostQuery } from "./data";

type Context = { params: Promise<{ userId: string }> };

export async function GET(request: Request, { params }: Context) {
  const { userId } = await params;

  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchPosts(userId, query.data));
  } catch (error) {
    console.error("GET /api/users/[userId]/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request, { params }: Context) {
  const { userId } = await params;

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
    const post = await createPost(userId, input.data);
    return Response.json(post, {
      status: 201,
      headers: {
        Location: `/api/users/${encodeURIComponent(userId)}/posts/${encodeURIComponent(post.id)}`,
      },
    });
  } catch (error) {
    console.error("POST /api/users/[userId]/posts failed:", error);
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
