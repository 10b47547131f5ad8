// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewMapItem = { title: string };
export type MapItem = NewMapItem & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/maps");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, MapItem>;
};
store[key] ??= new Map<string, MapItem>();
const mapItems = store[key];

const maxMapItems = 100;

export async function fetchMapItems(): Promise<MapItem[]> {
  return Array.from(mapItems.values()).slice(-maxMapItems);
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
