// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewItem1abc = { title: string };
export type Item1abc = NewItem1abc & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/1abc");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Item1abc>;
};
store[key] ??= new Map<string, Item1abc>();
const item1abcs = store[key];

const maxItem1abcs = 100;

export async function fetchItem1abcs(): Promise<Item1abc[]> {
  return Array.from(item1abcs.values()).slice(-maxItem1abcs);
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
