export async function POST(request: Request) {
  return Response.json(await request.json(), { status: 201 });
}

export async function PUT(request: Request) {
  return Response.json(await request.json());
}
