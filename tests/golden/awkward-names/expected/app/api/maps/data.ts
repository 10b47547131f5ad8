// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewMapItem = { title: string };
export type MapItem = NewMapItem & { id: string };

export type MapItemQuery = { page: number; limit: number };

export type MapItemPage = {
  items: MapItem[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/maps");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, MapItem>;
};
store[key] ??= new Map<string, MapItem>();
const mapItems = store[key];

export async function fetchMapItems(query: MapItemQuery): Promise<MapItemPage> {
  const all = Array.from(mapItems.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchMapItem(id: string): Promise<MapItem | undefined> {
  return mapItems.get(id);
}

export async function createMapItem(input: NewMapItem): Promise<MapItem> {
  const mapItem = { ...input, id: crypto.randomUUID() };
  mapItems.set(mapItem.id, mapItem);
  return mapItem;
}

export async function updateMapItem(
  id: string,
  changes: Partial<NewMapItem>,
): Promise<MapItem | undefined> {
  const mapItem = mapItems.get(id);
  if (!mapItem) return undefined;
  const updated = { ...mapItem, ...changes, id };
  mapItems.set(id, updated);
  return updated;
}

export async function deleteMapItem(id: string): Promise<boolean> {
  return mapItems.delete(id);
}

export function parseNewMapItem(body: unknown): Parsed<NewMapItem> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseMapItemChanges(
  body: unknown,
): Parsed<Partial<NewMapItem>> {
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
export function parseMapItemQuery(
  params: URLSearchParams,
): Parsed<MapItemQuery> {
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
