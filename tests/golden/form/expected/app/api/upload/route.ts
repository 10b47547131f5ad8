const maxBytes = 5 * 1024 * 1024;

export async function POST(request: Request) {
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
    return Response.json(
      { name, file: { name: file.name, size: file.size } },
      { status: 201 },
    );
  } catch (error) {
    console.error("POST /api/upload failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "POST, OPTIONS" };

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
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
