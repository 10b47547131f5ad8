export type Post = { id: string; title: string };

export async function fetchPosts(): Promise<Post[]> {
  return [{ id: "1", title: "The first" }];
}
