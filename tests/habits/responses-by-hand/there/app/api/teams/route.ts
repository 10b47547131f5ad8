const teams = new Map<string, { name: string }>();

export async function GET() {
  return new Response(JSON.stringify([...teams.values()]), {
    headers: { "Content-Type": "application/json" },
  });
}

export async function POST(request: Request) {
  const team = await request.json().catch(() => undefined);
  if (typeof team?.name !== "string") {
    return new Response("Name is required", { status: 400 });
  }
  if (teams.has(team.name)) return new Response("Name is taken", { status: 409 });
  teams.set(team.name, team);
  return new Response(JSON.stringify(team), {
    status: 201,
    headers: { "Content-Type": "application/json" },
  });
}
