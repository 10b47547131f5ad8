export async function POST(request: Request) {
  const { name } = await request.json();
  if (!name) return Response.json({ error: "Name is required" }, { status: 400 });
  return Response.json({ name }, { status: 201 });
}
