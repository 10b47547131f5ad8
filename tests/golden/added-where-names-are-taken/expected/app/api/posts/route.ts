import { updatePost } from "./store";
import { parseNewPost, updatePost as updatePost2 } from "./data";

const allow = ["reader", "editor"];

export async function GET(request: Request) {
  const role = request.headers.get("x-role") ?? "";
  if (!allow.includes(role)) return new Response(null, { status: 403 });

  await updatePost();
  return Response.json({ id: readId(request) });
}

export async function PUT(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId2(body);
  if (!id) {
    return Response.json(
      { error: "Invalid post", issues: ["id: expected a non-empty string"] },
      { status: 400 },
    );
  }

  const input = parseNewPost(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid post", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const post = await updatePost2(id, input.data);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("PUT /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

function readId(request: Request) {
  return new URL(request.url).searchParams.get("id");
}

/** The id in a request's body, for the methods that name one there and not in the path. */
function readId2(body: unknown) {
  if (typeof body !== "object" || body === null) return undefined;
  const { id } = body as Record<string, unknown>;
  return typeof id === "string" && id !== "" ? id : undefined;
}

const allow2 = { Allow: "GET, HEAD, PUT, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow2 });
}
