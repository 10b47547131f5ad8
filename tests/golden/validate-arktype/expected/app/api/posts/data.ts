import { type } from "arktype";

// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

const uuid = type(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
const newPost = type({
  "+": "delete",
  title: "string > 0",
  "views?": "number.integer & number.safe",
  status: "'draft' | 'published'",
  tags: "(string > 0)[]",
});
const postChanges = newPost.partial();
const postKey = type({ id: uuid });

export type NewPost = typeof newPost.infer;
export type PostChanges = typeof postChanges.infer;
export type Post = NewPost & { id: string };

const postQuery = type({
  "+": "delete",
  page: ["string.integer.parse |> 1 <= number <= 10000", "=", "1"],
  limit: ["string.integer.parse |> 1 <= number <= 100", "=", "20"],
});
export type PostQuery = typeof postQuery.infer;

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

export async function deletePost(id: string): Promise<boolean> {
  return posts.delete(id);
}

export function parseNewPost(body: unknown): Parsed<NewPost> {
  return parse(newPost, body);
}

export function parsePostChanges(body: unknown): Parsed<PostChanges> {
  return parse(postChanges, body);
}

export function parsePostKey(id: unknown): Parsed<typeof postKey.infer> {
  return parse(postKey, { id });
}

export function parsePostQuery(params: URLSearchParams): Parsed<PostQuery> {
  return parse(postQuery, Object.fromEntries(params));
}

/** What is wrong, as `path: message`. */
function parse<T>(
  check: (value: unknown) => T | type.errors,
  value: unknown,
): Parsed<T> {
  // To ArkType, an array is an object.
  if (Array.isArray(value)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const result = check(value);
  if (!(result instanceof type.errors)) return { success: true, data: result };
  // The problem of a union begins with its path, that of another type does not.
  const issues = result.map(({ path, problem }) =>
    [path.join("."), problem.replace(/^.*?(?=must be)/, "")]
      .filter(Boolean)
      .join(": "),
  );
  return { success: false, issues };
}
