import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import handle from "../../../../lib/handle";
import { fetchPost, parsePostChanges, updatePost } from "../data";

export const GET = handle(
  async (
    _request: NextRequest,
    { params }: { params: Promise<{ id: string }> },
  ) => {
    const { id } = await params;

    try {
      const post = await fetchPost(id);
      if (!post) {
        return NextResponse.json({ error: "Post not found" }, { status: 404 });
      }
      return NextResponse.json(post);
    } catch (error) {
      console.error("GET /api/posts/[id] failed:", error);
      return NextResponse.json(
        { error: "Internal server error" },
        { status: 500 },
      );
    }
  },
);

export const PATCH = handle(
  async (
    request: NextRequest,
    { params }: { params: Promise<{ id: string }> },
  ) => {
    const { id } = await params;

    let body: unknown;
    try {
      body = await request.json();
    } catch {
      return NextResponse.json(
        { error: "Request body must be valid JSON" },
        { status: 400 },
      );
    }

    const changes = parsePostChanges(body);
    if (!changes.success) {
      return NextResponse.json(
        { error: "Invalid post", issues: changes.issues },
        { status: 400 },
      );
    }

    try {
      const post = await updatePost(id, changes.data);
      if (!post) {
        return NextResponse.json({ error: "Post not found" }, { status: 404 });
      }
      return NextResponse.json(post);
    } catch (error) {
      console.error("PATCH /api/posts/[id] failed:", error);
      return NextResponse.json(
        { error: "Internal server error" },
        { status: 500 },
      );
    }
  },
);

const allow = { Allow: "GET, HEAD, PATCH, OPTIONS" };

export function OPTIONS() {
  return new NextResponse(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return NextResponse.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as DELETE,
};
