import { singularOf, wordsOf } from "../../spec/words.js";
import type { TableCall } from "./table-calls.js";

/**
 * The table of a resource, by its words: `blog-posts` is blogPosts, blogPost, blogPostsTable, or the one that the database
 * calls blog_posts. What it is called in the code goes first, and of two the earlier one. Pure.
 *
 * @param segment the folder that names the resource.
 */
export function tableFor(segment: string, tables: readonly TableCall[]): TableCall | undefined {
  const wanted = keyOf(segment);
  if (wanted === "") return undefined;
  return (
    tables.find(({ name }) => keyOf(name) === wanted) ??
    tables.find(({ name }) => keyOf(name.replace(/_?(table|schema)$/i, "")) === wanted) ??
    tables.find(({ inDatabase = "" }) => keyOf(inDatabase) === wanted)
  );
}

/** The words of a name, in the singular. */
function keyOf(name: string): string {
  return singularOf(wordsOf(name)).join(" ");
}
