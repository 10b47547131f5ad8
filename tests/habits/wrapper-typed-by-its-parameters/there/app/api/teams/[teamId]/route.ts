import { withErrors, withUser } from "../../../../lib/auth";

export const GET = withErrors(
  withUser<{ teamId: string }>(async ({ params, user }) => {
    return Response.json({ id: params.teamId, for: user.name });
  }),
);

export const DELETE = withErrors(
  withUser<{ teamId: string }>(async ({ params }) => {
    return Response.json({ deleted: params.teamId });
  }),
);
