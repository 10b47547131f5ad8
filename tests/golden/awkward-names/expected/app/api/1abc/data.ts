// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewItem1abc = { title: string };
export type Item1abc = NewItem1abc & { id: string };

export type Item1abcQuery = { page: number; limit: number };

export type Item1abcPage = {
  items: Item1abc[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/1abc");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Item1abc>;
};
store[key] ??= new Map<string, Item1abc>();
const item1abcs = store[key];

export async function fetchItem1abcs(
  query: Item1abcQuery,
): Promise<Item1abcPage> {
  const all = Array.from(item1abcs.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchItem1abc(id: string): Promise<Item1abc | undefined> {
  return item1abcs.get(id);
}

export async function createItem1abc(input: NewItem1abc): Promise<Item1abc> {
  const item1abc = { ...input, id: crypto.randomUUID() };
  item1abcs.set(item1abc.id, item1abc);
  return item1abc;
}

export async function updateItem1abc(
  id: string,
  changes: Partial<NewItem1abc>,
): Promise<Item1abc | undefined> {
  const item1abc = item1abcs.get(id);
  if (!item1abc) return undefined;
  const updated = { ...item1abc, ...changes, id };
  item1abcs.set(id, updated);
  return updated;
}

export async function deleteItem1abc(id: string): Promise<boolean> {
  return item1abcs.delete(id);
}

export function parseNewItem1abc(body: unknown): Parsed<NewItem1abc> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseItem1abcChanges(
  body: unknown,
): Parsed<Partial<NewItem1abc>> {
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
export function parseItem1abcQuery(
  params: URLSearchParams,
): Parsed<Item1abcQuery> {
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
