import { isMember } from "../../../../lib/auth";

export async function GET(_request: Request, { params }: { params: Promise<{ team: string }> }) {
  const { team } = await params;
  if (!(await isMember(team))) {
    return Response.json({ error: "Forbidden" }, { status: 403 });
  }
  return Response.json({ team });
}
