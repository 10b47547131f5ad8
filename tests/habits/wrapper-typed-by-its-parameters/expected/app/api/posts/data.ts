// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewPost = { title: string };
export type Post = NewPost & { id: string };

export type PostQuery = { page: number; limit: number };

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
  changes: Partial<NewPost>,
): Promise<Post | undefined> {
  const post = posts.get(id);
  if (!post) return undefined;
  const updated = { ...post, ...changes, id };
  posts.set(id, updated);
  return updated;
}

export async function deletePost(id: string): Promise<boolean> {
  return posts.delete(id);
}

export function parseNewPost(body: unknown): Parsed<NewPost> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parsePostChanges(body: unknown): Parsed<Partial<NewPost>> {
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
