import { fetchPost, parseNewPost, updatePost } from "../data";

interface RouteParams {
  params: Promise<{ id: string }>;
}

export async function GET(_request: Request, { params }: RouteParams) {
  const { id } = await params;

  try {
    const post = await fetchPost(id);
    if (!post) {
      return Response.json(
        { error: { message: "Post not found" } },
        { status: 404 },
      );
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return Response.json(
      { error: { message: "Internal server error" } },
      { status: 500 },
    );
  }
}

export async function PUT(request: Request, { params }: RouteParams) {
  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: { message: "Request body must be valid JSON" } },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      { error: { message: "Invalid post", issues: input.issues } },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(id, input.data);
    if (!post) {
      return Response.json(
        { error: { message: "Post not found" } },
        { status: 404 },
      );
    }
    return Response.json(post);
  } catch (error) {
    console.error("PUT /api/posts/[id] failed:", error);
    return Response.json(
      { error: { message: "Internal server error" } },
      { status: 500 },
    );
  }
}

const allow = { Allow: "GET, HEAD, PUT, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: { message: "Method not allowed" } },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as POST,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
