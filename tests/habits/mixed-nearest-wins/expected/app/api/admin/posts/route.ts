import { type NextRequest, NextResponse } from "next/server";
import { createPost, parseNewPost } from "./data";

export async function POST(req: NextRequest) {
  let body: unknown;
  try {
    body = await req.json();
  } catch {
    return NextResponse.json(
      { message: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return NextResponse.json(
      { message: "Invalid post", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const post = await createPost(input.data);
    return NextResponse.json(post, {
      status: 201,
      headers: { Location: `/api/admin/posts/${post.id}` },
    });
  } catch (error) {
    console.error("POST /api/admin/posts failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

const allow = { Allow: "POST, OPTIONS" };

export function OPTIONS() {
  return new NextResponse(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return NextResponse.json(
    { message: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as GET,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
