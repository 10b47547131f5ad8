import { bare, nameOf, part, parts, word, type SyntaxNode } from "../../syntax/module-syntax.js";
import type { Answer } from "./answers.js";

/**
 * The shape of an error's body as its habit is written: `{ error }`, `{ message, success: false }`,
 * `{ error: { message } }`, or `text`; undefined where it has none that could be followed. What else an error tells
 * (`issues`, `code`) is no part of it.
 */
export function errorShapeOf({ form, body, status }: Answer): string | undefined {
  if (status === undefined || status < 400 || body === undefined) return undefined;
  if (form === "text") return "text";
  if (form !== "json" && form !== "stringify") return undefined;
  return shapeOf(bare(body));
}

/** The keys that the sentence is under, in the order in which they count as it. */
const sentenceKeys = ["error", "message", "msg", "errorMessage", "detail", "reason"];

function shapeOf(object: SyntaxNode): string | undefined {
  const members = membersOf(object);
  if (!members) return undefined;
  const sentences = members.filter(({ key }) => sentenceKeys.includes(key));
  const [only] = sentences;
  if (sentences.length !== 1 || !only) return undefined;
  const inner = only.value && bare(only.value);
  const nested = inner?.type === "ObjectExpression" ? nestedKey(inner) : undefined;
  if (inner?.type === "ObjectExpression" && nested === undefined) return undefined;
  const shown = members.flatMap(({ key, value }) => {
    if (key === only.key) return [nested === undefined ? key : `${key}: { ${nested} }`];
    const raw = value && word(value, "raw");
    return raw === "true" || raw === "false" ? [`${key}: ${raw}`] : [];
  });
  return `{ ${shown.join(", ")} }`;
}

function nestedKey(object: SyntaxNode): string | undefined {
  const keys = membersOf(object)?.map(({ key }) => key) ?? [];
  return keys.length === 1 && keys[0] === "message" ? "message" : undefined;
}

/** The members of an object by their keys; undefined if it is none, or if some are computed or spread. */
export function membersOf(object: SyntaxNode): { key: string; value: SyntaxNode | undefined }[] | undefined {
  if (object.type !== "ObjectExpression") return undefined;
  const members = parts(object, "properties").map((property) => ({
    key: nameOf(part(property, "key")),
    value: part(property, "value"),
  }));
  const known = members.flatMap(({ key, value }) => (key === undefined ? [] : [{ key, value }]));
  return known.length === members.length ? known : undefined;
}
