import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { post as posts } from "@/db/schema";

const decimalPattern = /^-?\d+(\.\d+)?(e-\d\d?)?$/;
const jsonValue = z.json().refine((value) => value !== null);
const newPost = z.object({
  slug: z.string().min(1).max(80),
  status: z.enum(["draft", "published"]).optional(),
  settings: jsonValue,
  any: jsonValue,
  tags: z.array(z.string().min(1)).nullish(),
  day: z.iso.date().nullish(),
  price: z.string().regex(decimalPattern).nullish(),
});
const postChanges = newPost.partial();
const postKey = z.object({ id: z.guid() });

export type NewPost = z.infer<typeof newPost>;
export type PostChanges = z.infer<typeof postChanges>;

const postQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PostQuery = z.infer<typeof postQuery>;

// What an answer may have: the rest of the table stays here.
const postColumns = {
  id: posts.id,
  slug: posts.slug,
  status: posts.status,
  settings: posts.settings,
  any: posts.any,
  tags: posts.tags,
  day: posts.day,
  price: posts.price,
  createdAt: posts.createdAt,
  updatedAt: posts.updatedAt,
};
export type Post = Pick<typeof posts.$inferSelect, keyof typeof postColumns>;
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
      .select(postColumns)
      .from(posts)
      .orderBy(desc(posts.createdAt), posts.id)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(posts),
  ]);
  return { items, page, limit, total };
}

export async function fetchPost(id: string): Promise<Post | undefined> {
  const [post] = await db
    .select(postColumns)
    .from(posts)
    .where(eq(posts.id, id));
  return post;
}

export async function createPost(input: NewPost): Promise<Post> {
  const [post] = await db
    .insert(posts)
    .values(input as typeof posts.$inferInsert)
    .returning(postColumns);
  if (!post) throw new Error("The insert returned no row");
  return post;
}

export async function updatePost(
  id: string,
  changes: PostChanges,
): Promise<Post | undefined> {
  const [post] = await db
    .update(posts)
    .set({
      ...(changes as Partial<typeof posts.$inferInsert>),
      updatedAt: new Date(),
    })
    .where(eq(posts.id, id))
    .returning(postColumns);
  return post;
}

export async function deletePost(id: string): Promise<boolean> {
  const deleted = await db
    .delete(posts)
    .where(eq(posts.id, id))
    .returning({ id: posts.id });
  return deleted.length > 0;
}

/** Whether a write failed because a unique value is taken; Drizzle wraps the error of the driver. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isDuplicate(error.cause);
  return "code" in error && error.code === "23505";
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isBrokenReference(error.cause);
  return "code" in error && error.code === "23503";
}

export function parseNewPost(body: unknown): Parsed<NewPost> {
  return parse(newPost, body);
}

export function parsePostChanges(body: unknown): Parsed<PostChanges> {
  return parse(postChanges, body);
}

export function parsePostKey(id: unknown): Parsed<z.infer<typeof postKey>> {
  return parse(postKey, { id });
}

export function parsePostQuery(params: URLSearchParams): Parsed<PostQuery> {
  return parse(postQuery, Object.fromEntries(params));
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
