// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewLog = { title: string };
export type Log = NewLog & { id: string };

export type LogQuery = { page: number; limit: number };

export type LogPage = {
  items: Log[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/logs");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Log>;
};
store[key] ??= new Map<string, Log>();
const logs = store[key];

export async function fetchLogs(query: LogQuery): Promise<LogPage> {
  const all = Array.from(logs.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchLog(id: string): Promise<Log | undefined> {
  return logs.get(id);
}

export async function createLog(input: NewLog): Promise<Log> {
  const log = { ...input, id: crypto.randomUUID() };
  logs.set(log.id, log);
  return log;
}

export async function updateLog(
  id: string,
  changes: Partial<NewLog>,
): Promise<Log | undefined> {
  const log = logs.get(id);
  if (!log) return undefined;
  const updated = { ...log, ...changes, id };
  logs.set(id, updated);
  return updated;
}

export async function deleteLog(id: string): Promise<boolean> {
  return logs.delete(id);
}

export function parseNewLog(body: unknown): Parsed<NewLog> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseLogChanges(body: unknown): Parsed<Partial<NewLog>> {
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
export function parseLogQuery(params: URLSearchParams): Parsed<LogQuery> {
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
