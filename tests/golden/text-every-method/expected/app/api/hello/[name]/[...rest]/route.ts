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
}

export function DELETE() {
  // Delete here what this route stands for.
  return new Response(null, { status: 204 });
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
