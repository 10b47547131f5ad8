export async function GET() {
  return Response.json([]);
}

export async function handler(request: Request) {
  return Response.json(await request.json(), { status: 201 });
}
