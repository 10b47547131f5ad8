import { bare, word, type ModuleSyntax, type SyntaxNode } from "../../syntax/module-syntax.js";
import { answersIn } from "./answers.js";
import { membersOf } from "./error-bodies.js";

/**
 * What a DELETE answers when it is done, as its habit is written: `204`, `{ success: true }`, or `{ id }` where the id
 * is under that key; undefined where it answers something that could not be followed.
 *
 * @param handler the function, or the call that it is wrapped in.
 */
export function deletionOf(handler: SyntaxNode, syntax: ModuleSyntax): string | undefined {
  const done = answersIn(handler, syntax).findLast(({ status }) => status !== undefined && status < 400);
  if (!done) return undefined;
  if (done.form === "empty") return done.status === 204 ? "204" : undefined;
  if (done.form === "text" || !done.body || (done.status !== 200 && done.status !== undefined))
    return undefined;
  const members = membersOf(bare(done.body));
  const [only] = members ?? [];
  if (members?.length !== 1 || !only) return undefined;
  const raw = only.value && word(only.value, "raw");
  if (raw === "true") return `{ ${only.key}: true }`;
  const isId = /^(deleted|deletedId|id)$/.test(only.key) && only.value?.type === "Identifier";
  return isId ? `{ ${only.key} }` : undefined;
}
