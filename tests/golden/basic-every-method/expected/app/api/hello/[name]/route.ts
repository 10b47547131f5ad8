type Context = { params: Promise<{ name: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { name } = await params;

  return Response.json({ name });
}

export function HEAD() {
  return new Response(null, {
    headers: { "Content-Type": "application/json" },
  });
}

export async function POST(request: Request, { params }: Context) {
  const { name } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return Response.json(
      { error: "Invalid body", issues: ["Expected a JSON object"] },
      { status: 400 },
    );
  }

  // The body is an object, and no more is known of it: check its fields before you use them.
  return Response.json({ name, received: body });
}

export async function PUT(request: Request, { params }: Context) {
  const { name } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return Response.json(
      { error: "Invalid body", issues: ["Expected a JSON object"] },
      { status: 400 },
    );
  }

  // The body is an object, and no more is known of it: check its fields before you use them.
  return Response.json({ name, received: body });
}

export async function PATCH(request: Request, { params }: Context) {
  const { name } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return Response.json(
      { error: "Invalid body", issues: ["Expected a JSON object"] },
      { status: 400 },
    );
  }

  // The body is an object, and no more is known of it: check its fields before you use them.
  return Response.json({ name, received: body });
}

export function DELETE() {
  // Delete here what this route stands for.
  return new Response(null, { status: 204 });
}
