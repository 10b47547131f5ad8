import { createClient } from "@/lib/supabase/server";
import { fetchUser } from "../data";

type Context = { params: Promise<{ role: string }> };

export async function GET(_request: Request, { params }: Context) {
  const supabase = await createClient();
  const { data } = await supabase.auth.getUser();
  if (!data.user) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }
  const { role: authRole } = data.user.app_metadata;
  if (authRole !== "editor") {
    return Response.json({ error: "Forbidden" }, { status: 403 });
  }

  const { role } = await params;

  try {
    const user = await fetchUser(role);
    if (!user) {
      return Response.json({ error: "User not found" }, { status: 404 });
    }
    return Response.json(user);
  } catch (error) {
    console.error("GET /api/users/[role] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, OPTIONS" };

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
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
