import { deletePost } from "./data";

export { GET, handler as POST } from "./handlers";

export async function DELETE(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      { error: "Invalid post", issues: ["id: expected a non-empty string"] },
      { status: 400 },
    );
  }

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

/** The id in a request's body, for the methods that name one there and not in the path. */
function readId(body: unknown) {
  if (typeof body !== "object" || body === null) return undefined;
  const { id } = body as Record<string, unknown>;
  return typeof id === "string" && id !== "" ? id : undefined;
}

export const maxDuration = 30;
