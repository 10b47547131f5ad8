const teams = new Map<string, string>();

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const team = teams.get(id);
  if (!team) return Response.json({ error: "No such team", success: false }, { status: 404 });
  return Response.json({ data: team, success: true });
}

export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!teams.delete(id)) {
    return Response.json({ error: "No such team", success: false }, { status: 404 });
  }
  return Response.json({ success: true });
}
