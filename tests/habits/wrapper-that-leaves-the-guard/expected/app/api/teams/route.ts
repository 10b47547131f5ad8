import { auth } from "../../../auth";
import { createTeam, parseNewTeam } from "./data";

export const GET = auth(async (req) => {
  if (!req.auth) {
    return Response.json({ error: "Not authenticated" }, { status: 401 });
  }
  return Response.json([req.auth.user.id]);
});

export async function POST(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewTeam(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid team", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const team = await createTeam(input.data);
    return Response.json(team, {
      status: 201,
      headers: { Location: `/api/teams/${team.id}` },
    });
  } catch (error) {
    console.error("POST /api/teams failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
