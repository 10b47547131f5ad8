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

  try {
    // Any fields may be in the body: check them, and do your work here.
    return Response.json({ name, received: body });
  } catch (error) {
    console.error("POST /api/hello/[name] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
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

  try {
    // Any fields may be in the body: check them, and do your work here.
    return Response.json({ name, received: body });
  } catch (error) {
    console.error("PUT /api/hello/[name] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
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

  try {
    // Any fields may be in the body: check them, and do your work here.
    return Response.json({ name, received: body });
  } catch (error) {
    console.error("PATCH /api/hello/[name] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export function DELETE() {
  try {
    // Delete here what this route stands for.
    return new Response(null, { status: 204 });
  } catch (error) {
    console.error("DELETE /api/hello/[name] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
