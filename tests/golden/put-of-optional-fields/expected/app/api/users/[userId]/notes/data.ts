import { z } from "zod";

// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

const dateTime = z.iso.datetime({ offset: true }).pipe(z.coerce.date());
const newNote = z.object({
  title: z.string().min(1),
  views: z.int().optional(),
  publishedAt: dateTime.optional(),
});
const noteChanges = newNote.partial();
const noteKey = z.object({ id: z.guid() });

export type NewNote = z.infer<typeof newNote>;
export type NoteChanges = z.infer<typeof noteChanges>;
export type Note = NewNote & { id: string; userId: string };

const noteQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type NoteQuery = z.infer<typeof noteQuery>;

export type NotePage = {
  items: Note[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/users/[userId]/notes");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Note>;
};
store[key] ??= new Map<string, Note>();
const notes = store[key];

export async function fetchNotes(
  userId: string,
  query: NoteQuery,
): Promise<NotePage> {
  const all = Array.from(notes.values()).filter(
    (note) => note.userId === userId,
  );
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchNote(
  userId: string,
  id: string,
): Promise<Note | undefined> {
  const note = notes.get(id);
  if (note?.userId !== userId) return undefined;
  return note;
}

export async function createNote(
  userId: string,
  input: NewNote,
): Promise<Note> {
  const note = { ...input, id: crypto.randomUUID(), userId };
  notes.set(note.id, note);
  return note;
}

export async function updateNote(
  userId: string,
  id: string,
  changes: NoteChanges,
): Promise<Note | undefined> {
  const note = await fetchNote(userId, id);
  if (!note) return undefined;
  const updated = Object.assign({}, note, changes, { id, userId });
  notes.set(id, updated);
  return updated;
}

export async function replaceNote(
  userId: string,
  id: string,
  input: NewNote,
): Promise<Note | undefined> {
  if (!(await fetchNote(userId, id))) return undefined;
  const note = { ...input, id, userId };
  notes.set(id, note);
  return note;
}

export async function deleteNote(userId: string, id: string): Promise<boolean> {
  const note = await fetchNote(userId, id);
  return note ? notes.delete(id) : false;
}

export function parseNewNote(body: unknown): Parsed<NewNote> {
  return parse(newNote, body);
}

export function parseNoteChanges(body: unknown): Parsed<NoteChanges> {
  return parse(noteChanges, body);
}

export function parseNoteKey(id: unknown): Parsed<z.infer<typeof noteKey>> {
  return parse(noteKey, { id });
}

export function parseNoteQuery(params: URLSearchParams): Parsed<NoteQuery> {
  return parse(noteQuery, Object.fromEntries(params));
}

/** What is wrong, as `path: message`. */
function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { success: true, data };
  const issues = error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  return { success: false, issues };
}
