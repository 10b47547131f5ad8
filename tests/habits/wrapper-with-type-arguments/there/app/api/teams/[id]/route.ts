import { route } from "@/lib/route";

export const GET = route<{ id: string }>(async (_request, { params }) => {
  const { id } = await params;
  return Response.json({ id });
});

export const DELETE = route<{ id: string }>(async (_request, { params }) => {
  const { id } = await params;
  return Response.json({ id });
});
