import { withRole } from "~/server/with-role";

export const GET = withRole({ role: "member" }, async () => {
  return Response.json([]);
});

export const POST = withRole({ role: "admin" }, async (request) => {
  return Response.json(await request.json(), { status: 201 });
});
