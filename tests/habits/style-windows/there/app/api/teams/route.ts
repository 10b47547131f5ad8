const teams = new Map<string, string>();

export async function GET() {
	return Response.json([...teams.values()]);
}

export async function DELETE() {
	teams.clear();
	return new Response(null, { status: 204 });
}