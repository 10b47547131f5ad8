import { withErrors, withUser } from "../../../lib/auth";

export const POST = withErrors(
  withUser(async ({ req, user }) => {
    return Response.json({ size: (await req.text()).length, by: user.name }, { status: 201 });
  }),
);
