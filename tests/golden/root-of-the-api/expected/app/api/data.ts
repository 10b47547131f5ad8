// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewItem = { title: string };
export type Item = NewItem & { id: string };

export type ItemQuery = { page: number; limit: number };

export type ItemPage = {
  items: Item[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Item>;
};
store[key] ??= new Map<string, Item>();
const items = store[key];

export async function fetchItems(query: ItemQuery): Promise<ItemPage> {
  const all = Array.from(items.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchItem(id: string): Promise<Item | undefined> {
  return items.get(id);
}

export async function createItem(input: NewItem): Promise<Item> {
  const item = { ...input, id: crypto.randomUUID() };
  items.set(item.id, item);
  return item;
}

export async function updateItem(
  id: string,
  changes: Partial<NewItem>,
): Promise<Item | undefined> {
  const item = items.get(id);
  if (!item) return undefined;
  const updated = { ...item, ...changes, id };
  items.set(id, updated);
  return updated;
}

export async function deleteItem(id: string): Promise<boolean> {
  return items.delete(id);
}

export function parseNewItem(body: unknown): Parsed<NewItem> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseItemChanges(body: unknown): Parsed<Partial<NewItem>> {
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
export function parseItemQuery(params: URLSearchParams): Parsed<ItemQuery> {
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
