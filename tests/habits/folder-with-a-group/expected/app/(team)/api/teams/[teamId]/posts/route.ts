import { createPost, fetchPosts, parseNewPost, parsePostQuery } from "./data";

interface Params {
  params: Promise<{ teamId: string }>;
}

export async function GET(req: Request, ctx: Params) {
  const { teamId } = await ctx.params;

  const query = parsePostQuery(new URL(req.url).searchParams);
  if (!query.success) {
    return Response.json(
      {
        success: false,
        error: { message: "Invalid query", issues: query.issues },
      },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchPosts(teamId, query.data));
  } catch (error) {
    console.error("GET /api/teams/[teamId]/posts failed:", error);
    return Response.json(
      { success: false, error: { message: "Internal server error" } },
      { status: 500 },
    );
  }
}

export async function POST(req: Request, ctx: Params) {
  const { teamId } = await ctx.params;

  let body: unknown;
  try {
    body = await req.json();
  } catch {
    return Response.json(
      { success: false, error: { message: "Request body must be valid JSON" } },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      {
        success: false,
        error: { message: "Invalid post", issues: input.issues },
      },
      { status: 400 },
    );
  }

  try {
    const post = await createPost(teamId, input.data);
    return Response.json(post, {
      status: 201,
      headers: {
        Location: `/api/teams/${encodeURIComponent(teamId)}/posts/${post.id}`,
      },
    });
  } catch (error) {
    console.error("POST /api/teams/[teamId]/posts failed:", error);
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
