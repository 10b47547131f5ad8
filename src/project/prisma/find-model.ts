import { singularOf, wordsOf } from "../../spec/words.js";
import { attribute, mappedName, type Model, type Schema } from "./schema.js";

/**
 * The model that a resource stands for: by its own name, else by that of its table. `blog-posts` is `BlogPost`, and
 * `blog_posts` in `@@map`. One that the client leaves out (`@@ignore`) is none. Pure.
 *
 * @param resource the segment that names it, e.g. `blog-posts`.
 */
export function findModel({ models }: Schema, resource: string): Model | undefined {
  const wanted = singular(resource);
  const offered = models.filter((model) => !attribute(model, "ignore"));
  return (
    offered.find(({ name }) => singular(name) === wanted) ??
    offered.find((model) => singular(mappedName(model) ?? "") === wanted)
  );
}

function singular(name: string): string {
  return singularOf(wordsOf(name)).join(" ");
}
