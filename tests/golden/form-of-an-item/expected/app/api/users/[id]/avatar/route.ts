const maxBytes = 5 * 1024 * 1024;

type Context = { params: Promise<{ id: string }> };

export async function PUT(request: Request, { params }: Context) {
  const { id } = await params;

  // Reading it takes it all into memory; a form has little more in it than its file.
  const length = Number(request.headers.get("content-length"));
  if (length > maxBytes + 64 * 1024) {
    return Response.json(
      { error: "File is larger than 5 MB" },
      { status: 413 },
    );
  }

  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    return Response.json(
      { error: "Request body must be form data" },
      { status: 400 },
    );
  }

  const name = form.get("name");
  if (typeof name !== "string" || name === "") {
    return Response.json({ error: "Name is required" }, { status: 400 });
  }

  const file = form.get("file");
  if (!file || typeof file === "string" || file.size === 0) {
    return Response.json({ error: "File is required" }, { status: 400 });
  }
  // A client need not say the length.
  if (file.size > maxBytes) {
    return Response.json(
      { error: "File is larger than 5 MB" },
      { status: 413 },
    );
  }

  try {
    // The file is in memory and nowhere else: store it here.
    return Response.json({
      id,
      name,
      file: { name: file.name, size: file.size },
    });
  } catch (error) {
    console.error("PUT /api/users/[id]/avatar failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "PUT, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as GET,
  methodNotAllowed as POST,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
