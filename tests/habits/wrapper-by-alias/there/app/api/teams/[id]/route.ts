import { withAuth } from "@/lib/with-auth";

export const GET = withAuth(async (req, { params }) => {
  const { id } = await params;
  return Response.json({ id, from: req.nextUrl.pathname });
});

export const DELETE = withAuth(async (req, { params }) => {
  const { id } = await params;
  return Response.json({ deleted: id, from: req.nextUrl.pathname });
});
