import { auth } from "../../../auth";

export const GET = auth(async (req) => {
  if (!req.auth) {
    return Response.json({ error: "Not authenticated" }, { status: 401 });
  }
  return Response.json([req.auth.user.id]);
});
