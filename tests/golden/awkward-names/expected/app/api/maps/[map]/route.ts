import {
  deleteMapItem,
  fetchMapItem,
  parseMapItemChanges,
  updateMapItem,
} from "../data";

type Context = { params: Promise<{ map: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { map } = await params;

  try {
    const mapItem = await fetchMapItem(map);
    if (!mapItem) {
      return Response.json({ error: "Map item not found" }, { status: 404 });
    }
    return Response.json(mapItem);
  } catch (error) {
    console.error("GET /api/maps/[map] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { map } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseMapItemChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid map item", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const mapItem = await updateMapItem(map, changes.data);
    if (!mapItem) {
      return Response.json({ error: "Map item not found" }, { status: 404 });
    }
    return Response.json(mapItem);
  } catch (error) {
    console.error("PATCH /api/maps/[map] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { map } = await params;

  try {
    const deleted = await deleteMapItem(map);
    if (!deleted) {
      return Response.json({ error: "Map item not found" }, { status: 404 });
    }
    return Response.json({ deleted: map });
  } catch (error) {
    console.error("DELETE /api/maps/[map] failed:", error);
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
