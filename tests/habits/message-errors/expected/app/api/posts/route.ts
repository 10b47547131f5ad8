import { NextResponse } from "next/server";
import { createPost, fetchPosts, parseNewPost, parsePostQuery } from "./data";

export async function GET(request: Request) {
  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return NextResponse.json(
      { message: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return NextResponse.json(await fetchPosts(query.data));
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

export async function POST(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
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
      headers: { Location: `/api/posts/${post.id}` },
    });
  } catch (error) {
    console.error("POST /api/posts failed:", error);
    return NextResponse.json(
      { message: "Internal server error" },
      { status: 500 },
    );
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

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
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
