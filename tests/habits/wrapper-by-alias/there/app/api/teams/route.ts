import { withAuth } from "@/lib/with-auth";

export const GET = withAuth(async () => {
  return Response.json([]);
});

export const POST = withAuth(async (req) => {
  const team = await req.json();
  return Response.json(team, { status: 201 });
});
