import { withUser, type AuthedRequest, type Context } from "@/lib/with-user";

export const GET = withUser(async (request: AuthedRequest, { params }: Context<{ team: string }>) => {
  const { team } = await params;
  return Response.json({ team, user: request.user });
});

export const PUT = withUser(async (request: AuthedRequest, { params }: Context<{ team: string }>) => {
  const { team } = await params;
  return Response.json({ team, user: request.user, input: await request.json() });
});
