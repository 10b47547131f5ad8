import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { comments } from "@/db/schema";

const digits = z.string().regex(/^\d+$/).transform(Number);
const intKey = z.union([z.number(), digits]).pipe(z.int32().min(0));
const newComment = z.object({
  body: z.string().min(1),
  isHidden: z.boolean().optional(),
  votes: z.int32().nullish(),
});
const commentChanges = newComment.partial();
const commentKey = z.object({ id: intKey });
const commentParents = z.object({ postId: z.guid() });

export type NewComment = z.infer<typeof newComment>;
export type CommentChanges = z.infer<typeof commentChanges>;

const commentQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type CommentQuery = z.infer<typeof commentQuery>;

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
  postId: string,
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
  postId: string,
  id: number,
): Promise<Comment | undefined> {
  const [comment] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)));
  return comment;
}

export async function createComment(
  postId: string,
  input: NewComment,
): Promise<Comment> {
  const [comment] = await db
    .insert(comments)
    .values({ ...input, postId })
    .returning();
  if (!comment) throw new Error("The insert returned no row");
  return comment;
}

export async function updateComment(
  postId: string,
  id: number,
  changes: CommentChanges,
): Promise<Comment | undefined> {
  // Drizzle refuses an update that sets nothing.
  if (Object.keys(changes).length === 0) return fetchComment(postId, id);
  const [comment] = await db
    .update(comments)
    .set(changes)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)))
    .returning();
  return comment;
}

export async function deleteComment(
  postId: string,
  id: number,
): Promise<boolean> {
  const deleted = await db
    .delete(comments)
    .where(and(eq(comments.id, id), eq(comments.postId, postId)))
    .returning({ id: comments.id });
  return deleted.length > 0;
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isBrokenReference(error.cause);
  return "code" in error && error.code === "23503";
}

export function parseNewComment(body: unknown): Parsed<NewComment> {
  return parse(newComment, body);
}

export function parseCommentChanges(body: unknown): Parsed<CommentChanges> {
  return parse(commentChanges, body);
}

export function parseCommentKey(
  id: unknown,
): Parsed<z.infer<typeof commentKey>> {
  return parse(commentKey, { id });
}

export function parseCommentParents(
  postId: unknown,
): Parsed<z.infer<typeof commentParents>> {
  return parse(commentParents, { postId });
}

export function parseCommentQuery(
  params: URLSearchParams,
): Parsed<CommentQuery> {
  return parse(commentQuery, Object.fromEntries(params));
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
