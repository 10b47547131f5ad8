import { z } from "zod";

// Fill in the functions: until then they fail, and the routes answer 500.
// Their signatures are all that the routes need.

const newPost = z.object({
  title: z.string().min(1),
});
const postChanges = newPost.partial();

export type NewPost = z.infer<typeof newPost>;
export type PostChanges = z.infer<typeof postChanges>;
export type Post = NewPost & { id: string; userId: string };

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

export async function fetchPosts(
  userId: string,
  query: PostQuery,
): Promise<PostPage> {
  throw notWritten("fetchPosts", userId, query);
}

export async function fetchPost(
  userId: string,
  id: string,
): Promise<Post | undefined> {
  throw notWritten("fetchPost", userId, id);
}

export async function createPost(
  userId: string,
  input: NewPost,
): Promise<Post> {
  throw notWritten("createPost", userId, input);
}

export async function updatePost(
  userId: string,
  id: string,
  changes: PostChanges,
): Promise<Post | undefined> {
  throw notWritten("updatePost", userId, id, changes);
}

export async function deletePost(userId: string, id: string): Promise<boolean> {
  throw notWritten("deletePost", userId, id);
}

function notWritten(name: string, ...args: unknown[]) {
  return new Error(`${name}(${JSON.stringify(args)}) is not written yet`);
}

export function parseNewPost(body: unknown): Parsed<NewPost> {
  return parse(newPost, body);
}

export function parsePostChanges(body: unknown): Parsed<PostChanges> {
  return parse(postChanges, body);
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
