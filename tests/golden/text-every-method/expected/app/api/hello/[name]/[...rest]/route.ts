type Context = { params: Promise<{ name: string; rest: string[] }> };

export async function GET(_request: Request, { params }: Context) {
  const { name, rest } = await params;

  return new Response(`Hello, ${name} and ${rest.join("/")}!\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

export function HEAD() {
  return new Response(null, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

export async function POST(request: Request) {
  try {
    const text = await request.text();
    if (text === "") {
      return Response.json(
        { error: "Request body must not be empty" },
        { status: 400 },
      );
    }
    return new Response(text, {
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  } catch (error) {
    console.error("POST /api/hello/[name]/[...rest] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export function DELETE() {
  try {
    // Delete here what this route stands for.
    return new Response(null, { status: 204 });
  } catch (error) {
    console.error("DELETE /api/hello/[name]/[...rest] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as PUT, methodNotAllowed as PATCH };
