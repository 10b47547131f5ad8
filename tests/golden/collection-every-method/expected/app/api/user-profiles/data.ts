// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewUserProfile = { title: string };
export type UserProfile = NewUserProfile & { id: string };

export type UserProfileQuery = { page: number; limit: number };

export type UserProfilePage = {
  items: UserProfile[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/user-profiles");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, UserProfile>;
};
store[key] ??= new Map<string, UserProfile>();
const userProfiles = store[key];

export async function fetchUserProfiles(
  query: UserProfileQuery,
): Promise<UserProfilePage> {
  const all = Array.from(userProfiles.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchUserProfile(
  id: string,
): Promise<UserProfile | undefined> {
  return userProfiles.get(id);
}

export async function createUserProfile(
  input: NewUserProfile,
): Promise<UserProfile> {
  const userProfile = { ...input, id: crypto.randomUUID() };
  userProfiles.set(userProfile.id, userProfile);
  return userProfile;
}

export async function updateUserProfile(
  id: string,
  changes: Partial<NewUserProfile>,
): Promise<UserProfile | undefined> {
  const userProfile = userProfiles.get(id);
  if (!userProfile) return undefined;
  const updated = { ...userProfile, ...changes, id };
  userProfiles.set(id, updated);
  return updated;
}

export async function deleteUserProfile(id: string): Promise<boolean> {
  return userProfiles.delete(id);
}

export function parseNewUserProfile(body: unknown): Parsed<NewUserProfile> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseUserProfileChanges(
  body: unknown,
): Parsed<Partial<NewUserProfile>> {
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
export function parseUserProfileQuery(
  params: URLSearchParams,
): Parsed<UserProfileQuery> {
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
