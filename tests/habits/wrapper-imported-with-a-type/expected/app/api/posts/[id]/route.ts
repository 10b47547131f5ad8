import { fetchPost } from "@/app/api/posts/data";
import type { AuthedRequest, Context } from "@/lib/with-user";
import { withUser } from "@/lib/with-user";

export const GET = withUser(
  async (_request: AuthedRequest, { params }: Context<{ id: string }>) => {
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
  },
);

const allow = { Allow: "GET, HEAD, OPTIONS" };

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
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
