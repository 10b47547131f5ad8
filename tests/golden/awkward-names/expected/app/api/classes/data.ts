// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewClass = { title: string };
export type Class = NewClass & { id: string };

export type ClassQuery = { page: number; limit: number };

export type ClassPage = {
  items: Class[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/classes");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Class>;
};
store[key] ??= new Map<string, Class>();
const classes = store[key];

export async function fetchClasses(query: ClassQuery): Promise<ClassPage> {
  const all = Array.from(classes.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
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

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parseClassQuery(params: URLSearchParams): Parsed<ClassQuery> {
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
