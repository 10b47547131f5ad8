import { NextResponse } from "next/server";
import { deletePost, fetchPost, parsePostChanges, updatePost } from "../data";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
) {
  const { id } = await params;

  try {
    const post = await fetchPost(id);
    if (!post) {
      return NextResponse.json({ message: "Post not found" }, { status: 404 });
    }
    return NextResponse.json(post);
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
) {
  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return NextResponse.json(
      { message: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parsePostChanges(body);
  if (!changes.success) {
    return NextResponse.json(
      { message: "Invalid post", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost(id, changes.data);
    if (!post) {
      return NextResponse.json({ message: "Post not found" }, { status: 404 });
    }
    return NextResponse.json(post);
  } catch (error) {
    console.error("PATCH /api/posts/[id] failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

export async function DELETE(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
) {
  const { id } = await params;

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return NextResponse.json({ message: "Post not found" }, { status: 404 });
    }
    return new NextResponse(null, { status: 204 });
  } catch (error) {
    console.error("DELETE /api/posts/[id] failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

const allow = { Allow: "GET, HEAD, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new NextResponse(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return NextResponse.json(
    { message: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as POST, methodNotAllowed as PUT };
