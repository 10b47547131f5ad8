import { deletePost, fetchPost } from "@/app/api/posts/data";
import { route } from "@/lib/route";

export const GET = route<{ postId: string }>(async (_request, { params }) => {
  const { postId } = await params;

  try {
    const post = await fetchPost(postId);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/posts/[postId] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
});

export const DELETE = route<{ postId: string }>(
  async (_request, { params }) => {
    const { postId } = await params;

    try {
      const deleted = await deletePost(postId);
      if (!deleted) {
        return Response.json({ error: "Post not found" }, { status: 404 });
      }
      return Response.json({ id: postId });
    } catch (error) {
      console.error("DELETE /api/posts/[postId] failed:", error);
      return Response.json({ error: "Internal server error" }, { status: 500 });
    }
  },
);

const allow = { Allow: "GET, HEAD, DELETE, OPTIONS" };

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
};
