const maxBytes = 5 * 1024 * 1024;

type Context = { params: Promise<{ id: string }> };

export async function PUT(request: Request, { params }: Context) {
  const { id } = await params;

  let form: FormData | undefined;
  try {
    form = await readForm(request);
  } catch {
    return Response.json(
      { error: "Request body must be form data" },
      { status: 400 },
    );
  }
  if (!form) {
    return Response.json(
      { error: "File is larger than 5 MB" },
      { status: 413 },
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

/** Reads a form; undefined for one that is too large, of which no more than the limit is ever in memory. */
async function readForm(request: Request): Promise<FormData | undefined> {
  // A form has little more in it than its file.
  const limit = maxBytes + 64 * 1024;
  if (Number(request.headers.get("content-length")) > limit) return undefined;

  // A client need not say the length.
  const parts: BlobPart[] = [];
  let size = 0;
  await request.body?.pipeTo(
    new WritableStream({
      write(part) {
        size += part.byteLength;
        // What is too much is read and let go: who is cut off while sending may miss the answer.
        if (size <= limit) parts.push(part);
      },
    }),
  );
  if (size > limit) return undefined;

  const type = request.headers.get("content-type") ?? "";
  const read = new Response(new Blob(parts), {
    headers: { "Content-Type": type },
  });
  return read.formData();
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
