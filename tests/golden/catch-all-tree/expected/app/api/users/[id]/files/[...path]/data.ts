// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewFile = { title: string };
export type File = NewFile & { id: string };

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users/[id]/files/[...path]");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, File>;
};
store[key] ??= new Map<string, File>();
const files = store[key];

export async function fetchFile(id: string): Promise<File | undefined> {
  return files.get(id);
}

/** Returns undefined if there is one under that path already. */
export async function createFile(
  id: string,
  input: NewFile,
): Promise<File | undefined> {
  if (files.has(id)) return undefined;
  const file = { ...input, id };
  files.set(id, file);
  return file;
}

export async function updateFile(
  id: string,
  changes: Partial<NewFile>,
): Promise<File | undefined> {
  const file = files.get(id);
  if (!file) return undefined;
  const updated = { ...file, ...changes, id };
  files.set(id, updated);
  return updated;
}

export async function deleteFile(id: string): Promise<boolean> {
  return files.delete(id);
}

export function parseNewFile(body: unknown): Parsed<NewFile> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseFileChanges(body: unknown): Parsed<Partial<NewFile>> {
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
