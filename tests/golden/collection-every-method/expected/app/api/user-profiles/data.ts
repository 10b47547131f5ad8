// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewUserProfile = { title: string };
export type UserProfile = NewUserProfile & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/user-profiles");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, UserProfile>;
};
store[key] ??= new Map<string, UserProfile>();
const userProfiles = store[key];

const maxUserProfiles = 100;

export async function fetchUserProfiles(): Promise<UserProfile[]> {
  return Array.from(userProfiles.values()).slice(-maxUserProfiles);
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
