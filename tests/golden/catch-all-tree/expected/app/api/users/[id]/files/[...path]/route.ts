import {
  createFile,
  deleteFile,
  fetchFile,
  parseFileChanges,
  parseNewFile,
  updateFile,
} from "./data";

type Context = { params: Promise<{ id: string; path: string[] }> };

export async function GET(_request: Request, { params }: Context) {
  const { id, path } = await params;
  const parts = [id, ...path];
  const itemId = parts.map(encodeURIComponent).join("/");

  try {
    const file = await fetchFile(itemId);
    if (!file) {
      return Response.json({ error: "File not found" }, { status: 404 });
    }
    return Response.json(file);
  } catch (error) {
    console.error("GET /api/users/[id]/files/[...path] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request, { params }: Context) {
  const { id, path } = await params;
  const parts = [id, ...path];
  const itemId = parts.map(encodeURIComponent).join("/");

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewFile(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid file", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const file = await createFile(itemId, input.data);
    if (!file) {
      return Response.json({ error: "File already exists" }, { status: 409 });
    }
    return Response.json(file, {
      status: 201,
      headers: {
        Location: `/api/users/${encodeURIComponent(id)}/files/${path.map(encodeURIComponent).join("/")}`,
      },
    });
  } catch (error) {
    console.error("POST /api/users/[id]/files/[...path] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PUT(request: Request, { params }: Context) {
  const { id, path } = await params;
  const parts = [id, ...path];
  const itemId = parts.map(encodeURIComponent).join("/");

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewFile(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid file", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const file = await updateFile(itemId, input.data);
    if (!file) {
      return Response.json({ error: "File not found" }, { status: 404 });
    }
    return Response.json(file);
  } catch (error) {
    console.error("PUT /api/users/[id]/files/[...path] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id, path } = await params;
  const parts = [id, ...path];
  const itemId = parts.map(encodeURIComponent).join("/");

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseFileChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid file", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const file = await updateFile(itemId, changes.data);
    if (!file) {
      return Response.json({ error: "File not found" }, { status: 404 });
    }
    return Response.json(file);
  } catch (error) {
    console.error("PATCH /api/users/[id]/files/[...path] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id, path } = await params;
  const parts = [id, ...path];
  const itemId = parts.map(encodeURIComponent).join("/");

  try {
    const deleted = await deleteFile(itemId);
    if (!deleted) {
      return Response.json({ error: "File not found" }, { status: 404 });
    }
    return Response.json({ deleted: itemId });
  } catch (error) {
    console.error("DELETE /api/users/[id]/files/[...path] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
