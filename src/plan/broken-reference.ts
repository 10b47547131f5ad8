import { capitalize, wordsOf } from "../spec/words.js";
import type { AnswerTexts } from "./answer-texts.js";
import { scopeOf } from "./data-module.js";
import type { HandlerParts } from "./roles.js";
import type { RouteFacts } from "./route-facts.js";
import type { RouteNames } from "./route-names.js";

/**
 * What a handler answers where a database refuses a write because of what a row refers to: 404 for a parent in the path that
 * is not there, else 409. Empty for a handler that cannot meet that. Pure.
 */
export function brokenReference(
  { calls = [] }: HandlerParts,
  { parameters, role, resource: { source } }: RouteFacts,
  { resource: { title } }: RouteNames,
  { error }: AnswerTexts,
): string {
  if (!calls.includes("isBrokenReference")) return "";
  if (calls.includes("remove")) return error(`${title} is still in use`, 409);
  const parent = scopeOf(parameters, role).at(-1);
  return parent && calls.includes("create") && source.references?.onlyParents === true
    ? error(`${titleOf(parent.meaning)} not found`, 404)
    : error(`${title} refers to what does not exist`, 409);
}

/** `Blog post` for `blogPostId`. */
function titleOf(key: string): string {
  const words = wordsOf(key);
  return capitalize((words.length > 1 && words.at(-1) === "id" ? words.slice(0, -1) : words).join(" "));
}
