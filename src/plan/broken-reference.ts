import { capitalize, wordsOf } from "../spec/words.js";
import type { AnswerTexts } from "./answer-texts.js";
import { scopeOf } from "./data-module.js";
import type { HandlerParts } from "./roles.js";
import type { RouteFacts } from "./route-facts.js";
import type { RouteNames } from "./route-names.js";

/** An error that a handler answers with. */
interface ErrorAnswer {
  readonly sentence: string;
  readonly status: number;
}

/**
 * What a handler answers where a database refuses a write because of what a row refers to: 404 for a parent in the path that
 * is not there, else 409. Undefined for a handler that cannot meet that. Pure.
 */
export function brokenReferenceAnswer(
  { calls = [] }: HandlerParts,
  { parameters, role, resource: { source } }: Pick<RouteFacts, "parameters" | "role" | "resource">,
  { resource: { title } }: RouteNames,
): ErrorAnswer | undefined {
  if (!calls.includes("isBrokenReference")) return undefined;
  if (calls.includes("remove")) return { sentence: `${title} is still in use`, status: 409 };
  const parent = scopeOf(parameters, role).at(-1);
  return parent && calls.includes("create") && source.references?.onlyParents === true
    ? { sentence: `${titleOf(parent.meaning)} not found`, status: 404 }
    : { sentence: `${title} refers to what does not exist`, status: 409 };
}

/** The same as an expression; empty for none. */
export function brokenReference(
  parts: HandlerParts,
  facts: RouteFacts,
  names: RouteNames,
  { error }: AnswerTexts,
): string {
  const answer = brokenReferenceAnswer(parts, facts, names);
  return answer ? error(answer.sentence, answer.status) : "";
}

/** `Blog post` for `blogPostId`. */
function titleOf(key: string): string {
  const words = wordsOf(key);
  return capitalize((words.length > 1 && words.at(-1) === "id" ? words.slice(0, -1) : words).join(" "));
}
