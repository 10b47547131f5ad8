import { jwtVerify } from "jose";
import { cookies } from "next/headers";
import { deletePost, fetchPost, parsePostChanges, updatePost } from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const userId = await signedInUser();
  if (userId === undefined) return unauthorized();

  const { id } = await params;

  try {
    const post = await fetchPost(id);
    if (!post) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json(post);
  } catch (error) {
    console.error("GET /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const userId = await signedInUser();
  if (userId === undefined) return unauthorized();

  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
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
}

export async function DELETE(_request: Request, { params }: Context) {
  const userId = await signedInUser();
  if (userId === undefined) return unauthorized();

  const { id } = await params;

  try {
    const deleted = await deletePost(id);
    if (!deleted) {
      return Response.json({ error: "Post not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/posts/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

/** The id in the cookie `session`, if SESSION_SECRET has signed it; while SESSION_SECRET is unset, nobody gets in. */
async function signedInUser() {
  const { SESSION_SECRET } = process.env;
  const token = (await cookies()).get("session")?.value;
  if (!SESSION_SECRET || !token) return undefined;

  try {
    const key = new TextEncoder().encode(SESSION_SECRET);
    const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"] });
    const { sub, userId = sub } = payload;
    return typeof userId === "string" && userId !== "" ? userId : undefined;
  } catch {
    return undefined;
  }
}

function unauthorized() {
  return Response.json({ error: "Unauthorized" }, { status: 401 });
}

const allow = { Allow: "GET, HEAD, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as POST, methodNotAllowed as PUT };
