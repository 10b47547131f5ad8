import { withSession } from "@/lib/with-session";

export const GET = withSession(async ({ params, session }) => {
  const { teamId } = params;
  return Response.json({ teamId, owner: session.userId });
});

export const PATCH = withSession(async ({ req, params, session }) => {
  const { teamId } = params;
  const changes = await req.json();
  return Response.json({ ...changes, teamId, owner: session.userId });
});
