// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewOrder = { title: string };
export type Order = NewOrder & { id: string; userId: string };

export type OrderQuery = { page: number; limit: number };

export type OrderPage = {
  items: Order[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users/[id]/orders");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Order>;
};
store[key] ??= new Map<string, Order>();
const orders = store[key];

export async function fetchOrders(
  userId: string,
  query: OrderQuery,
): Promise<OrderPage> {
  const all = Array.from(orders.values()).filter(
    (order) => order.userId === userId,
  );
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
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

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parseOrderQuery(params: URLSearchParams): Parsed<OrderQuery> {
  const page = wholeNumber(params.get("page") ?? "1", maxPage);
  const limit = wholeNumber(params.get("limit") ?? "20", maxLimit);

  const issues: string[] = [];
  if (page === undefined) {
    issues.push(`page: expected a whole number from 1 to ${maxPage}`);
  }
  if (limit === undefined) {
    issues.push(`limit: expected a whole number from 1 to ${maxLimit}`);
  }
  if (page === undefined || limit === undefined) {
    return { success: false, issues };
  }
  return { success: true, data: { page, limit } };
}

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}
