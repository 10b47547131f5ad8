// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewUser = { title: string };
export type User = NewUser & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, User>;
};
store[key] ??= new Map<string, User>();
const users = store[key];

const maxUsers = 100;

export async function fetchUsers(): Promise<User[]> {
  return Array.from(users.values()).slice(-maxUsers);
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
