import { z } from "zod";
import prisma from "@/lib/db";

const digits = z.string().regex(/^\d+$/).transform(Number);
const intKey = z.union([z.number(), digits]).pipe(z.int32().min(0));
const newComment = z.object({
  text: z.string().min(1),
  rank: z.int32().optional(),
});
const commentChanges = newComment.partial();
const commentKey = z.object({ id: intKey });
const commentParents = z.object({ blogPostId: z.guid() });

export type NewComment = z.infer<typeof newComment>;
export type CommentChanges = z.infer<typeof commentChanges>;

const commentQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type CommentQuery = z.infer<typeof commentQuery>;

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// A body was checked by wider types than Prisma has for what it is given.
type CommentData = Parameters<typeof prisma.comment.create>[0]["data"];
type CommentUpdate = Parameters<typeof prisma.comment.update>[0]["data"];

export async function fetchComments(
  blogPostId: string,
  { page, limit }: CommentQuery,
) {
  const where = { blog_post_id: blogPostId };
  const [items, total] = await Promise.all([
    prisma.comment.findMany({
      where,
      orderBy: { id: "asc" },
      skip: (page - 1) * limit,
      take: limit,
    }),
    prisma.comment.count({ where }),
  ]);
  return { items, page, limit, total };
}

export async function fetchComment(blogPostId: string, id: number) {
  return prisma.comment.findUnique({ where: { id, blog_post_id: blogPostId } });
}

export async function createComment(blogPostId: string, input: NewComment) {
  return prisma.comment.create({
    data: { ...input, blog_post_id: blogPostId } as CommentData,
  });
}

export async function updateComment(
  blogPostId: string,
  id: number,
  changes: CommentChanges,
) {
  try {
    return await prisma.comment.update({
      where: { id, blog_post_id: blogPostId },
      data: changes as CommentUpdate,
    });
  } catch (error) {
    if (codeOf(error) === "P2025") return undefined;
    throw error;
  }
}

export async function deleteComment(blogPostId: string, id: number) {
  const deleted = await prisma.comment.deleteMany({
    where: { id, blog_post_id: blogPostId },
  });
  return deleted.count > 0;
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  const code = codeOf(error);
  return code === "P2003" || code === "P2014";
}

/** Prisma's code of an error: P2025 where there is no such row. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
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
  blogPostId: unknown,
): Parsed<z.infer<typeof commentParents>> {
  return parse(commentParents, { blogPostId });
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
