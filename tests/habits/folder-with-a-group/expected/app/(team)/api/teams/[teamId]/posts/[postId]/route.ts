import { fetchPost, parsePostChanges, updatePost } from "../data";

interface Params {
  params: Promise<{ teamId: string; postId: string }>;
}

export async function GET(_req: Request, ctx: Params) {
  const { teamId, postId } = await ctx.params;

  try {
    const post = await fetchPost(teamId, postId);
    if (!post) {
      return Response.json(
        { success: false, error: { message: "Post not found" } },
        { status: 404 },
      );
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/teams/[teamId]/posts/[postId] failed:", error);
    return Response.json(
      { success: false, error: { message: "Internal server error" } },
      { status: 500 },
    );
  }
}

export async function POST(req: Request, ctx: Params) {
  const { teamId, postId } = await ctx.params;

  let body: unknown;
  try {
    body = await req.json();
  } catch {
    return Response.json(
      { success: false, error: { message: "Request body must be valid JSON" } },
      { status: 400 },
    );
  }

  const changes = parsePostChanges(body);
  if (!changes.success) {
    return Response.json(
      {
        success: false,
        error: { message: "Invalid post", issues: changes.issues },
      },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(teamId, postId, changes.data);
    if (!post) {
      return Response.json(
        { success: false, error: { message: "Post not found" } },
        { status: 404 },
      );
    }
    return Response.json(post);
  } catch (error) {
    console.error("POST /api/teams/[teamId]/posts/[postId] failed:", error);
    return Response.json(
      { success: false, error: { message: "Internal server error" } },
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
    { success: false, error: { message: "Method not allowed" } },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
