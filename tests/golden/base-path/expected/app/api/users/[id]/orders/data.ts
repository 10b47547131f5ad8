// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewOrder = { title: string };
export type Order = NewOrder & { id: string; userId: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users/[id]/orders");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Order>;
};
store[key] ??= new Map<string, Order>();
const orders = store[key];

const maxOrders = 100;

export async function fetchOrders(userId: string): Promise<Order[]> {
  return Array.from(orders.values())
    .filter((order) => order.userId === userId)
    .slice(-maxOrders);
}

export async function fetchOrder(
  userId: string,
  id: string,
): Promise<Order | undefined> {
  const order = orders.get(id);
  if (order?.userId !== userId) return undefined;
  return order;
}

export async function createOrder(
  userId: string,
  input: NewOrder,
): Promise<Order> {
  const order = { ...input, id: crypto.randomUUID(), userId };
  orders.set(order.id, order);
  return order;
}

export async function updateOrder(
  userId: string,
  id: string,
  changes: Partial<NewOrder>,
): Promise<Order | undefined> {
  const order = await fetchOrder(userId, id);
  if (!order) return undefined;
  const updated = { ...order, ...changes, id, userId };
  orders.set(id, updated);
  return updated;
}

export async function deleteOrder(
  userId: string,
  id: string,
): Promise<boolean> {
  const order = await fetchOrder(userId, id);
  return order ? orders.delete(id) : false;
}

export function parseNewOrder(body: unknown): Parsed<NewOrder> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseOrderChanges(body: unknown): Parsed<Partial<NewOrder>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (title === undefined) return { success: true, data: {} };
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}
