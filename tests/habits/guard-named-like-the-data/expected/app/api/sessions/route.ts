import type { Session } from "@/lib/sessions";
import { fetchSession as authFetchSession } from "@/lib/sessions";
import {
  createSession,
  fetchSessions,
  parseNewSession,
  parseSessionQuery,
} from "./data";

export async function GET(request: Request) {
  const session: Session | null = await authFetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  const query = parseSessionQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchSessions(query.data));
  } catch (error) {
    console.error("GET /api/sessions failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request) {
  const session: Session | null = await authFetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewSession(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid session", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const item = await createSession(input.data);
    return Response.json(item, {
      status: 201,
      headers: { Location: `/api/sessions/${item.id}` },
    });
  } catch (error) {
    console.error("POST /api/sessions failed:", error);
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
