import { createPost, fetchPosts, parseNewPost, parsePostQuery } from "./data";

export async function GET(request: Request) {
  const query = parsePostQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return new Response(
      JSON.stringify({ error: "Invalid query", issues: query.issues }),
      { status: 400, headers: { "Content-Type": "application/json" } },
    );
  }

  try {
    return new Response(JSON.stringify(await fetchPosts(query.data)), {
      headers: { "Content-Type": "application/json" },
    });
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return new Response("Internal server error", { status: 500 });
  }
}

export async function POST(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return new Response("Request body must be valid JSON", { status: 400 });
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return new Response(
      JSON.stringify({ error: "Invalid post", issues: input.issues }),
      { status: 400, headers: { "Content-Type": "application/json" } },
    );
  }

  try {
    const post = await createPost(input.data);
    return new Response(JSON.stringify(post), {
      status: 201,
      headers: {
        "Content-Type": "application/json",
        Location: `/api/posts/${post.id}`,
      },
    });
  } catch (error) {
    console.error("POST /api/posts failed:", error);
    return new Response("Internal server error", { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return new Response("Method not allowed", { status: 405, headers: allow });
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
