import { teamNamed } from "@/lib/teams";

type Context = { params: Promise<{ name: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { name } = await params;
  const team = teamNamed(name);
  if (!team) return Response.json({ error: "Team not found" }, { status: 404 });
  return Response.json(team);
}
