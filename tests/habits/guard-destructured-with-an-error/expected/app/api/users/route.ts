import { requireUser } from "../../../lib/require-user";
import { createUser, fetchUsers, parseNewUser, parseUserQuery } from "./data";

export async function GET(request: Request) {
  const { error: authError } = await requireUser(request);
  if (authError) return authError;

  const query = parseUserQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchUsers(query.data));
  } catch (error) {
    console.error("GET /api/users failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request) {
  const { error: authError } = await requireUser(request);
  if (authError) return authError;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewUser(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid user", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const user = await createUser(input.data);
    return Response.json(user, {
      status: 201,
      headers: { Location: `/api/users/${user.id}` },
    });
  } catch (error) {
    console.error("POST /api/users failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
