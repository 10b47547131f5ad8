interface RouteParams {
  params: Promise<{ slug: string }>;
}

const teams = new Map<string, string>();

export async function GET(_request: Request, { params }: RouteParams) {
  const { slug } = await params;
  const team = teams.get(slug);
  if (!team) {
    return Response.json({ error: { message: "Team not found" } }, { status: 404 });
  }
  return Response.json({ team });
}
