import {
  createOrder,
  fetchOrders,
  parseNewOrder,
  parseOrderQuery,
} from "./data";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context) {
  const { id } = await params;

  const query = parseOrderQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchOrders(id, query.data));
  } catch (error) {
    console.error("GET /api/users/[id]/orders failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request, { params }: Context) {
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

  const input = parseNewOrder(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid order", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const order = await createOrder(id, input.data);
    return Response.json(order, {
      status: 201,
      headers: {
        Location: `/api/users/${encodeURIComponent(id)}/orders/${order.id}`,
      },
    });
  } catch (error) {
    console.error("POST /api/users/[id]/orders failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

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
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
