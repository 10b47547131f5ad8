import { withErrors, withUser } from "../../../../lib/auth";
import { parsePostChanges, updatePost } from "../data";

export const PATCH = withErrors(
  withUser<{ id: string }>(async ({ req, params }) => {
    const { id } = params;

    let body: unknown;
    try {
      body = await req.json();
    } catch {
      return Response.json(
        { error: "Request body must be valid JSON" },
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
      console.error("PATCH /api/posts/[id] failed:", error);
      return Response.json({ error: "Internal server error" }, { status: 500 });
    }
  }),
);

const allow = { Allow: "PATCH, OPTIONS" };

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
  methodNotAllowed as GET,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as DELETE,
};
