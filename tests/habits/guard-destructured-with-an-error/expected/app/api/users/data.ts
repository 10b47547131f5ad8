// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewUser = { title: string };
export type User = NewUser & { id: string };

export type UserQuery = { page: number; limit: number };

export type UserPage = {
  items: User[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, User>;
};
store[key] ??= new Map<string, User>();
const users = store[key];

export async function fetchUsers(query: UserQuery): Promise<UserPage> {
  const all = Array.from(users.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchUser(id: string): Promise<User | undefined> {
  return users.get(id);
}

export async function createUser(input: NewUser): Promise<User> {
  const user = { ...input, id: crypto.randomUUID() };
  users.set(user.id, user);
  return user;
}

export async function updateUser(
  id: string,
  changes: Partial<NewUser>,
): Promise<User | undefined> {
  const user = users.get(id);
  if (!user) return undefined;
  const updated = { ...user, ...changes, id };
  users.set(id, updated);
  return updated;
}

export async function deleteUser(id: string): Promise<boolean> {
  return users.delete(id);
}

export function parseNewUser(body: unknown): Parsed<NewUser> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseUserChanges(body: unknown): Parsed<Partial<NewUser>> {
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
export function parseUserQuery(params: URLSearchParams): Parsed<UserQuery> {
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
