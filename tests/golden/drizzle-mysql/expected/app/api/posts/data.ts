import { desc, eq } from "drizzle-orm";
import db from "@/db";
import { post as posts } from "@/db/schema";

export type NewPost = {
  slug: string;
  status?: "draft" | "published" | undefined;
  meta: unknown;
};

export type PostQuery = { page: number; limit: number };

export type Post = typeof posts.$inferSelect;
export type PostPage = {
  items: Post[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

export async function fetchPosts(query: PostQuery): Promise<PostPage> {
  const { page, limit } = query;
  const [items, total] = await Promise.all([
    db
      .select()
      .from(posts)
      .orderBy(desc(posts.createdAt), posts.id)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(posts),
  ]);
  return { items, page, limit, total };
}

export async function fetchPost(id: number): Promise<Post | undefined> {
  const [post] = await db.select().from(posts).where(eq(posts.id, id));
  return post;
}

// MySQL returns no rows from a write: they are read afterwards.
export async function createPost(input: NewPost): Promise<Post> {
  const [created] = await db.insert(posts).values(input).$returningId();
  const post = created && (await fetchPost(created.id));
  if (!post) throw new Error("The new row is gone");
  return post;
}

export async function updatePost(
  id: number,
  changes: Partial<NewPost>,
): Promise<Post | undefined> {
  // Drizzle refuses an update that sets nothing.
  if (Object.keys(changes).length === 0) return fetchPost(id);
  await db.update(posts).set(changes).where(eq(posts.id, id));
  return fetchPost(id);
}

export async function deletePost(id: number): Promise<boolean> {
  const post = await fetchPost(id);
  if (!post) return false;
  await db.delete(posts).where(eq(posts.id, id));
  return true;
}

/** Whether a write failed because a unique value is taken; Drizzle wraps the error of the driver. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isDuplicate(error.cause);
  return "code" in error && error.code === "ER_DUP_ENTRY";
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isBrokenReference(error.cause);
  return "code" in error && /^ER_\w+_REFERENCED/.test(String(error.code));
}

export function parseNewPost(body: unknown): Parsed<NewPost> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const given = body as Record<string, unknown>;
  const { slug, status, meta } = given;
  const hasSlug = typeof slug === "string" && slug !== "" && slug.length <= 80;
  const hasStatus =
    status === undefined || status === "draft" || status === "published";
  const hasMeta = meta !== undefined && meta !== null;
  if (!hasSlug || !hasStatus || !hasMeta) {
    const issues: string[] = [];
    if (!hasSlug)
      issues.push("slug: expected a non-empty string of at most 80 characters");
    if (!hasStatus) issues.push('status: expected "draft" or "published"');
    if (!hasMeta) issues.push("meta: expected a value");
    return { success: false, issues };
  }
  return { success: true, data: { slug, status, meta } };
}

export function parsePostChanges(body: unknown): Parsed<Partial<NewPost>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const given = body as Record<string, unknown>;
  const { slug, status, meta } = given;
  const hasSlug =
    slug === undefined ||
    (typeof slug === "string" && slug !== "" && slug.length <= 80);
  const hasStatus =
    status === undefined || status === "draft" || status === "published";
  const hasMeta = meta !== null;
  if (!hasSlug || !hasStatus || !hasMeta) {
    const issues: string[] = [];
    if (!hasSlug)
      issues.push("slug: expected a non-empty string of at most 80 characters");
    if (!hasStatus) issues.push('status: expected "draft" or "published"');
    if (!hasMeta) issues.push("meta: expected a value");
    return { success: false, issues };
  }
  return {
    success: true,
    data: {
      ...(slug !== undefined && { slug }),
      ...(status !== undefined && { status }),
      ...(meta !== undefined && { meta }),
    },
  };
}

export function parsePostKey(id: unknown): Parsed<{ id: number }> {
  const idKey = intKey(id);
  if (idKey === undefined) {
    return { success: false, issues: ["id: expected a whole number"] };
  }
  return { success: true, data: { id: idKey } };
}

/** An id of 32 bits, as a number or as its digits. */
function intKey(value: unknown): number | undefined {
  const isText = typeof value === "string" && /^[0-9]+$/.test(value);
  const key = isText ? Number(value) : value;
  if (typeof key !== "number" || !Number.isInteger(key)) return undefined;
  return key >= 0 && key <= 2147483647 ? key : undefined;
}

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parsePostQuery(params: URLSearchParams): Parsed<PostQuery> {
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
