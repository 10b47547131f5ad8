// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewPost = { title: string };
export type Post = NewPost & { id: string };

type Parsed<T> =
  { success: true; data: T } | { success: false; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/posts");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Post>;
};
store[key] ??= new Map<string, Post>();
const posts = store[key];

const maxPosts = 100;

export async function fetchPosts(): Promise<Post[]> {
  return Array.from(posts.values()).slice(-maxPosts);
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
