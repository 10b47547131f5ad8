import { z } from "zod";

// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

const dateTime = z.iso.datetime({ offset: true }).pipe(z.coerce.date());
const newPost = z.object({
  title: z.string().min(1),
  views: z.int().optional(),
  publishedAt: dateTime.optional(),
});
const postChanges = newPost.partial();
const postKey = z.object({ id: z.guid() });

export type NewPost = z.infer<typeof newPost>;
export type PostChanges = z.infer<typeof postChanges>;
export type Post = NewPost & { id: string };

const postQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PostQuery = z.infer<typeof postQuery>;

export type PostPage = {
  items: Post[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/posts");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Post>;
};
store[key] ??= new Map<string, Post>();
const posts = store[key];

export async function fetchPosts(query: PostQuery): Promise<PostPage> {
  const all = Array.from(posts.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchPost(id: string): Promise<Post | undefined> {
  return posts.get(id);
}

export async function createPost(input: NewPost): Promise<Post> {
  const post = { ...input, id: crypto.randomUUID() };
  posts.set(post.id, post);
  return post;
}

export async function updatePost(
  id: string,
  changes: PostChanges,
): Promise<Post | undefined> {
  const post = posts.get(id);
  if (!post) return undefined;
  const updated = Object.assign({}, post, changes, { id });
  posts.set(id, updated);
  return updated;
}

export async function replacePost(
  id: string,
  input: NewPost,
): Promise<Post | undefined> {
  if (!posts.has(id)) return undefined;
  const post = { ...input, id };
  posts.set(id, post);
  return post;
}

export async function deletePost(id: string): Promise<boolean> {
  return posts.delete(id);
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
