import { createPost, fetchPosts, parseNewPost, parsePostQuery } from "./data";

export async function GET(request: Request) {
  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", success: false, issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchPosts(query.data));
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return Response.json(
      { error: "Internal server error", success: false },
      { status: 500 },
    );
  }
}

export async function POST(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON", success: false },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid post", success: false, issues: input.issues },
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
    return Response.json(
      { error: "Internal server error", success: false },
      { status: 500 },
    );
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed", success: false },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
