import { NextResponse } from "next/server";
import { withRole } from "../../../lib/with-role";
import { deletePost, fetchPost, updatePost } from "../data";

/** One post. */
export const GET = withRole(
  async (_request, { params }) => {
    const { id } = await params;
    const post = await fetchPost(id);
    if (!post) return NextResponse.json({ error: "Post not found" }, { status: 404 });
    return NextResponse.json(post);
  },
  { roles: ["reader", "editor"], action: "GET" },
);

export const PATCH = withRole(
  async (request, { params }) => {
    const { id } = await params;
    const { title } = (await request.json()) as { title: string };
    return NextResponse.json(await updatePost(id, { title }));
  },
  { roles: ["editor"], action: "PATCH" },
);

export const DELETE = withRole(
  async (_request, { params }) => {
    const { id } = await params;

    try {
      const deleted = await deletePost(id);
      if (!deleted) {
        return NextResponse.json({ error: "Post not found" }, { status: 404 });
      }
      return NextResponse.json({ deleted: id });
    } catch (error) {
      console.error("DELETE /api/posts/[id] failed:", error);
      return NextResponse.json(
        { error: "Internal server error" },
        { status: 500 },
      );
    }
  },
  { roles: ["editor"], action: "DELETE" },
);
