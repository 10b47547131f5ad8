import {
  deleteOrder,
  fetchOrder,
  parseOrderChanges,
  updateOrder,
} from "../data";

type Context = { params: Promise<{ id: string; orderId: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id, orderId } = await params;

  try {
    const order = await fetchOrder(id, orderId);
    if (!order) {
      return Response.json({ error: "Order not found" }, { status: 404 });
    }
    return Response.json(order);
  } catch (error) {
    console.error("GET /api/users/[id]/orders/[orderId] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request, { params }: Context) {
  const { id, orderId } = await params;

  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const changes = parseOrderChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid order", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const order = await updateOrder(id, orderId, changes.data);
    if (!order) {
      return Response.json({ error: "Order not found" }, { status: 404 });
    }
    return Response.json(order);
  } catch (error) {
    console.error("PATCH /api/users/[id]/orders/[orderId] failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id, orderId } = await params;

  try {
    const deleted = await deleteOrder(id, orderId);
    if (!deleted) {
      return Response.json({ error: "Order not found" }, { status: 404 });
    }
    return Response.json({ deleted: orderId });
  } catch (error) {
    console.error("DELETE /api/users/[id]/orders/[orderId] failed:", error);
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
