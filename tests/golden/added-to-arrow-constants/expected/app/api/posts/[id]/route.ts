import { type NextRequest, NextResponse } from "next/server";
import { deletePost, fetchPost, parseNewPost, updatePost } from "../data";

type RouteProps = { params: Promise<{ id: string }> };

export const GET = async (_req: NextRequest, { params }: RouteProps) => {
  const post = await fetchPost((await params).id);

  return post
    ? NextResponse.json(post)
    : NextResponse.json({ error: "Post not found" }, { status: 404 });
};

export const PUT = async (req: NextRequest, { params }: RouteProps) => {
  const { id } = await params;

  let body: unknown;
  try {
    body = await req.json();
  } catch {
    return NextResponse.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return NextResponse.json(
      { error: "Invalid post", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(id, input.data);
    if (!post) {
      return NextResponse.json({ error: "Post not found" }, { status: 404 });
    }
    return NextResponse.json(post);
  } catch (error) {
    console.error("PUT /api/posts/[id] failed:", error);
    return NextResponse.json(
      { error: "Internal server error" },
      { status: 500 },
    );
  }
};

export const DELETE = async (_req: NextRequest, { params }: RouteProps) => {
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
};
