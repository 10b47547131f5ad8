// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewClass = { title: string };
export type Class = NewClass & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/classes");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Class>;
};
store[key] ??= new Map<string, Class>();
const classes = store[key];

const maxClasses = 100;

export async function fetchClasses(): Promise<Class[]> {
  return Array.from(classes.values()).slice(-maxClasses);
}

export async function fetchClass(id: string): Promise<Class | undefined> {
  return classes.get(id);
}

export async function createClass(input: NewClass): Promise<Class> {
  const item = { ...input, id: crypto.randomUUID() };
  classes.set(item.id, item);
  return item;
}

export async function updateClass(
  id: string,
  changes: Partial<NewClass>,
): Promise<Class | undefined> {
  const item = classes.get(id);
  if (!item) return undefined;
  const updated = { ...item, ...changes, id };
  classes.set(id, updated);
  return updated;
}

export async function deleteClass(id: string): Promise<boolean> {
  return classes.delete(id);
}

export function parseNewClass(body: unknown): Parsed<NewClass> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseClassChanges(body: unknown): Parsed<Partial<NewClass>> {
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
