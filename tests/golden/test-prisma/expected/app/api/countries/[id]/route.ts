import {
  deleteCountry,
  fetchCountry,
  isBrokenReference,
  isDuplicate,
  parseCountryChanges,
  updateCountry,
} from "../data";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const country = await fetchCountry(id);
    if (!country) {
      return Response.json({ error: "Country not found" }, { status: 404 });
    }
    return Response.json(country);
  } catch (error) {
    console.error("GET /api/countries/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseCountryChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid country", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const country = await updateCountry(id, changes.data);
    if (!country) {
      return Response.json({ error: "Country not found" }, { status: 404 });
    }
    return Response.json(country);
  } catch (error) {
    if (isDuplicate(error)) {
      return Response.json(
        { error: "Country already exists" },
        { status: 409 },
      );
    }
    console.error("PATCH /api/countries/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;

  try {
    const deleted = await deleteCountry(id);
    if (!deleted) {
      return Response.json({ error: "Country not found" }, { status: 404 });
    }
    return Response.json({ deleted: id });
  } catch (error) {
    if (isBrokenReference(error)) {
      return Response.json(
        { error: "Country is still in use" },
        { status: 409 },
      );
    }
    console.error("DELETE /api/countries/[id] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export { methodNotAllowed as POST, methodNotAllowed as PUT };
