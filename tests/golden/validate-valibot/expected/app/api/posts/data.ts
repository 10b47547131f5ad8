import * as v from "valibot";

// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

const newPost = v.object({
  title: v.pipe(v.string(), v.nonEmpty()),
  views: v.optional(v.pipe(v.number(), v.safeInteger())),
  status: v.picklist(["draft", "published"]),
  tags: v.array(v.pipe(v.string(), v.nonEmpty())),
});
const postChanges = v.partial(newPost);
const postKey = v.object({ id: v.pipe(v.string(), v.uuid()) });

export type NewPost = v.InferOutput<typeof newPost>;
export type PostChanges = v.InferOutput<typeof postChanges>;
export type Post = NewPost & { id: string };

const postQuery = v.object({
  page: v.pipe(
    v.optional(v.string(), "1"),
    v.digits(),
    v.toNumber(),
    v.minValue(1),
    v.maxValue(10000),
  ),
  limit: v.pipe(
    v.optional(v.string(), "20"),
    v.digits(),
    v.toNumber(),
    v.minValue(1),
    v.maxValue(100),
  ),
});
export type PostQuery = v.InferOutput<typeof postQuery>;

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

export function parsePostKey(
  id: unknown,
): Parsed<v.InferOutput<typeof postKey>> {
  return parse(postKey, { id });
}

export function parsePostQuery(params: URLSearchParams): Parsed<PostQuery> {
  return parse(postQuery, Object.fromEntries(params));
}

/** What is wrong, as `path: message`. */
function parse<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
): Parsed<T> {
  // To Valibot, an array is an object.
  if (Array.isArray(value)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return { success: true, data: output };
  const found = issues.map((issue) =>
    [v.getDotPath(issue), issue.message].filter(Boolean).join(": "),
  );
  return { success: false, issues: found };
}
