import { z } from "zod";
import prisma from "@/lib/db";

const decimalPattern = /^-?\d+(\.\d+)?(e-\d\d?)?$/;
const dateTime = z.iso.datetime({ offset: true }).pipe(z.coerce.date());
const jsonValue = z.json().refine((value) => value !== null);
const newBlogPost = z.object({
  title: z.string().min(1).max(200),
  status: z.enum(["DRAFT", "PUBLISHED"]).optional(),
  tags: z.array(z.string().min(1)).optional(),
  price: z.string().regex(decimalPattern).nullish(),
  meta: jsonValue.optional(),
  seenAt: dateTime.nullish(),
  authorId: z.int32().nullish(),
  countryCode: z.string().min(1).max(2),
});
const blogPostChanges = newBlogPost.partial();
const blogPostKey = z.object({ id: z.guid() });

export type NewBlogPost = z.infer<typeof newBlogPost>;
export type BlogPostChanges = z.infer<typeof blogPostChanges>;

const blogPostQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type BlogPostQuery = z.infer<typeof blogPostQuery>;

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// A body was checked by wider types than Prisma has for what it is given.
type BlogPostData = Parameters<typeof prisma.blogPost.create>[0]["data"];
type BlogPostUpdate = Parameters<typeof prisma.blogPost.update>[0]["data"];

export async function fetchBlogPosts({ page, limit }: BlogPostQuery) {
  const [items, total] = await Promise.all([
    prisma.blogPost.findMany({
      orderBy: [{ insertedAt: "desc" }, { uuid: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
    prisma.blogPost.count(),
  ]);
  return { items, page, limit, total };
}

export async function fetchBlogPost(id: string) {
  return prisma.blogPost.findUnique({ where: { uuid: id } });
}

export async function createBlogPost(input: NewBlogPost) {
  return prisma.blogPost.create({
    data: { ...input, uuid: crypto.randomUUID() } as BlogPostData,
  });
}

export async function updateBlogPost(id: string, changes: BlogPostChanges) {
  try {
    return await prisma.blogPost.update({
      where: { uuid: id },
      data: changes as BlogPostUpdate,
    });
  } catch (error) {
    if (codeOf(error) === "P2025") return undefined;
    throw error;
  }
}

export async function deleteBlogPost(id: string) {
  const deleted = await prisma.blogPost.deleteMany({ where: { uuid: id } });
  return deleted.count > 0;
}

/** Whether a write failed because a unique value is taken. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === "P2002";
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

export function parseNewBlogPost(body: unknown): Parsed<NewBlogPost> {
  return parse(newBlogPost, body);
}

export function parseBlogPostChanges(body: unknown): Parsed<BlogPostChanges> {
  return parse(blogPostChanges, body);
}

export function parseBlogPostKey(
  id: unknown,
): Parsed<z.infer<typeof blogPostKey>> {
  return parse(blogPostKey, { id });
}

export function parseBlogPostQuery(
  params: URLSearchParams,
): Parsed<BlogPostQuery> {
  return parse(blogPostQuery, Object.fromEntries(params));
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
