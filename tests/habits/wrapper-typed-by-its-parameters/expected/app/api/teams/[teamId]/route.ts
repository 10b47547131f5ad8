import { withErrors, withUser } from "../../../../lib/auth";
import { parseTeamChanges, updateTeam } from "../data";

export const GET = withErrors(
  withUser<{ teamId: string }>(async ({ params, user }) => {
    return Response.json({ id: params.teamId, for: user.name });
  }),
);

export const PATCH = withErrors(
  withUser<{ teamId: string }>(async ({ req, params }) => {
    const { teamId } = params;

    let body: unknown;
    try {
      body = await req.json();
    } catch {
      return Response.json(
        { error: "Request body must be valid JSON" },
        { status: 400 },
      );
    }

    const changes = parseTeamChanges(body);
    if (!changes.success) {
      return Response.json(
        { error: "Invalid team", issues: changes.issues },
        { status: 400 },
      );
    }

    try {
      const team = await updateTeam(teamId, changes.data);
      if (!team) {
        return Response.json({ error: "Team not found" }, { status: 404 });
      }
      return Response.json(team);
    } catch (error) {
      console.error("PATCH /api/teams/[teamId] failed:", error);
      return Response.json({ error: "Internal server error" }, { status: 500 });
    }
  }),
);

export const DELETE = withErrors(
  withUser<{ teamId: string }>(async ({ params }) => {
    return Response.json({ deleted: params.teamId });
  }),
);
