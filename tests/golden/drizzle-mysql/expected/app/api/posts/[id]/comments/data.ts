import { and, eq } from "drizzle-orm";
import db from "@/db";
import { comments } from "@/db/schema";

export type NewComment = { body: string };

export type CommentQuery = { page: number; limit: number };

export type Comment = typeof comments.$inferSelect;
export type CommentPage = {
  items: Comment[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

export async function fetchComments(
  postId: number,
  query: CommentQuery,
): Promise<CommentPage> {
  const { page, limit } = query;
  const isInScope = eq(comments.postId, postId);
  const [items, total] = await Promise.all([
    db
      .select()
      .from(comments)
      .where(isInScope)
      .orderBy(comments.id)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(comments, isInScope),
  ]);
  return { items, page, limit, total };
}

export async function fetchComment(
  postId: number,
  id: string,
): Promise<Comment | undefined> {
  const [comment] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)));
  return comment;
}

// MySQL returns no rows from a write: they are read afterwards.
export async function createComment(
  postId: number,
  input: NewComment,
): Promise<Comment> {
  const id = crypto.randomUUID();
  await db.insert(comments).values({ ...input, id, postId });
  const comment = await fetchComment(postId, id);
  if (!comment) throw new Error("The new row is gone");
  return comment;
}

export async function updateComment(
  postId: number,
  id: string,
  changes: Partial<NewComment>,
): Promise<Comment | undefined> {
  // Drizzle refuses an update that sets nothing.
  if (Object.keys(changes).length === 0) return fetchComment(postId, id);
  await db
    .update(comments)
    .set(changes)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)));
  return fetchComment(postId, id);
}

export async function deleteComment(
  postId: number,
  id: string,
): Promise<boolean> {
  const comment = await fetchComment(postId, id);
  if (!comment) return false;
  await db
    .delete(comments)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)));
  return true;
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isBrokenReference(error.cause);
  return "code" in error && /^ER_\w+_REFERENCED/.test(String(error.code));
}

export function parseNewComment(body: unknown): Parsed<NewComment> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { body: givenBody } = body as Record<string, unknown>;
  if (typeof givenBody !== "string" || givenBody === "") {
    return { success: false, issues: ["body: expected a non-empty string"] };
  }
  return { success: true, data: { body: givenBody } };
}

export function parseCommentChanges(
  body: unknown,
): Parsed<Partial<NewComment>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { body: givenBody } = body as Record<string, unknown>;
  if (givenBody === undefined) return { success: true, data: {} };
  if (typeof givenBody !== "string" || givenBody === "") {
    return { success: false, issues: ["body: expected a non-empty string"] };
  }
  return { success: true, data: { body: givenBody } };
}

export function parseCommentParents(
  postId: unknown,
): Parsed<{ postId: number }> {
  const postIdKey = intKey(postId);
  if (postIdKey === undefined) {
    return { success: false, issues: ["postId: expected a whole number"] };
  }
  return { success: true, data: { postId: postIdKey } };
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
export function parseCommentQuery(
  params: URLSearchParams,
): Parsed<CommentQuery> {
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
