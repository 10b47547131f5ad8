// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewSession = { title: string };
export type Session = NewSession & { id: string };

export type SessionQuery = { page: number; limit: number };

export type SessionPage = {
  items: Session[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/sessions");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Session>;
};
store[key] ??= new Map<string, Session>();
const sessions = store[key];

export async function fetchSessions(query: SessionQuery): Promise<SessionPage> {
  const all = Array.from(sessions.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchSession(id: string): Promise<Session | undefined> {
  return sessions.get(id);
}

export async function createSession(input: NewSession): Promise<Session> {
  const session = { ...input, id: crypto.randomUUID() };
  sessions.set(session.id, session);
  return session;
}

export async function updateSession(
  id: string,
  changes: Partial<NewSession>,
): Promise<Session | undefined> {
  const session = sessions.get(id);
  if (!session) return undefined;
  const updated = { ...session, ...changes, id };
  sessions.set(id, updated);
  return updated;
}

export async function deleteSession(id: string): Promise<boolean> {
  return sessions.delete(id);
}

export function parseNewSession(body: unknown): Parsed<NewSession> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseSessionChanges(
  body: unknown,
): Parsed<Partial<NewSession>> {
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
export function parseSessionQuery(
  params: URLSearchParams,
): Parsed<SessionQuery> {
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
