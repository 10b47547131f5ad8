import { eq } from "drizzle-orm";
import db from "@/db";
import { tags } from "@/db/schema";

export type NewTag = { name: string };

export type TagQuery = { page: number; limit: number };

export type Tag = typeof tags.$inferSelect;
export type TagPage = {
  items: Tag[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

export async function fetchTags(query: TagQuery): Promise<TagPage> {
  const { page, limit } = query;
  const [items, total] = await Promise.all([
    db
      .select()
      .from(tags)
      .orderBy(tags.id)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(tags),
  ]);
  return { items, page, limit, total };
}

export async function fetchTag(id: string): Promise<Tag | undefined> {
  const [tag] = await db.select().from(tags).where(eq(tags.id, id));
  return tag;
}

// MySQL returns no rows from a write: they are read afterwards.
export async function createTag(input: NewTag): Promise<Tag> {
  const [created] = await db.insert(tags).values(input).$returningId();
  const tag = created && (await fetchTag(created.id));
  if (!tag) throw new Error("The new row is gone");
  return tag;
}

export async function updateTag(
  id: string,
  changes: Partial<NewTag>,
): Promise<Tag | undefined> {
  // Drizzle refuses an update that sets nothing.
  if (Object.keys(changes).length === 0) return fetchTag(id);
  await db.update(tags).set(changes).where(eq(tags.id, id));
  return fetchTag(id);
}

export async function deleteTag(id: string): Promise<boolean> {
  const tag = await fetchTag(id);
  if (!tag) return false;
  await db.delete(tags).where(eq(tags.id, id));
  return true;
}

export function parseNewTag(body: unknown): Parsed<NewTag> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { name } = body as Record<string, unknown>;
  if (typeof name !== "string" || name === "") {
    return { success: false, issues: ["name: expected a non-empty string"] };
  }
  return { success: true, data: { name } };
}

export function parseTagChanges(body: unknown): Parsed<Partial<NewTag>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { name } = body as Record<string, unknown>;
  if (name === undefined) return { success: true, data: {} };
  if (typeof name !== "string" || name === "") {
    return { success: false, issues: ["name: expected a non-empty string"] };
  }
  return { success: true, data: { name } };
}

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parseTagQuery(params: URLSearchParams): Parsed<TagQuery> {
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
