import { isCatchAll, isParameter, type Segment } from "../spec/segments.js";
import { camelCase, capitalize, singularOf, wordsOf } from "../spec/words.js";
import { freeVariable, isIdentifier } from "./identifiers.js";

/** A parameter of the route, as the generated code reads it. */
export interface Parameter {
  /** The key in `params`: exactly the text between the brackets. */
  readonly key: string;
  /** The variable that holds it in a handler. */
  readonly local: string;
  /** What it stands for where the segment before it is out of sight: `userId` for `users/[id]`. */
  readonly meaning: string;
  readonly kind: "dynamic" | "catch-all" | "optional-catch-all";
}

/** What the functions of a data module have besides a parent, as parameters and variables, and an item as its members. */
const inDataModules = [
  "id",
  "title",
  "query",
  "page",
  "limit",
  "items",
  "total",
  "found",
  "where",
  "created",
];

/**
 * The route's parameters in order, each with a variable of its own.
 *
 * @param functions names that the handlers and the store call, so that no parameter may hide them.
 */
export function parametersOf(segments: readonly Segment[], functions: ReadonlySet<string>): Parameter[] {
  const parameters: Parameter[] = [];
  const locals = new Set(functions);
  const meanings = new Set([...functions, ...inDataModules]);
  for (const [index, { kind, name }] of segments.entries()) {
    if (kind === "static" || kind === "group") continue;
    const words = wordsOf(name);
    const camel = camelCase(words);
    const candidates: [string, ...string[]] = [
      name,
      camel,
      `${camel}Id`,
      `param${capitalize(camel)}`,
      "param",
    ];
    const local = freeVariable(candidates, locals);
    const meaning = freeVariable(
      [...meaningsOf(segments.slice(0, index), name), local, `parent${capitalize(local)}`],
      meanings,
    );
    locals.add(local);
    meanings.add(meaning);
    parameters.push({ key: name, local, meaning, kind });
  }
  return parameters;
}

/** Only `id` and `slug` need the word before them; `postId` says it itself. */
function meaningsOf(before: readonly Segment[], name: string): [string] | [] {
  const owner = before.findLast(({ kind }) => kind !== "group");
  if (owner?.kind !== "static" || !["id", "slug"].includes(name)) return [];
  return [camelCase([...singularOf(wordsOf(owner.name)), name])];
}

/** The type of `params` itself, e.g. `{ id: string; slug?: string[] }`. Source: Next.js, "route.js", context. */
export function paramsType(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return "Record<string, never>";
  const members = parameters.map(({ key, kind }) => {
    const optional = kind === "optional-catch-all" ? "?" : "";
    return `${keyText(key)}${optional}: ${kind === "dynamic" ? "string" : "string[]"}`;
  });
  return `{ ${members.join("; ")} }`;
}

/** The pattern that takes the parameters out, e.g. `{ id, "user-id": userId, slug = [] }`. */
export function paramsPattern(parameters: readonly Parameter[]): string {
  const members = parameters.map(({ key, local, kind }) => {
    const name = key === local ? key : `${keyText(key)}: ${local}`;
    // Without segments the key is absent in every version, never an empty list.
    return kind === "optional-catch-all" ? `${name} = []` : name;
  });
  return `{ ${members.join(", ")} }`;
}

function keyText(key: string): string {
  return isIdentifier(key) ? key : JSON.stringify(key);
}

/** The URL path of a request, as the inside of a template literal: `/api/users/${encodeURIComponent(id)}/orders`. */
export function urlTemplate(segments: readonly Segment[], parameters: readonly Parameter[]): string {
  const locals = new Map(parameters.map(({ key, local }) => [key, local]));
  const parts = segments
    .filter(({ kind }) => kind !== "group")
    .map((segment) => {
      if (!isParameter(segment)) return segment.name;
      const local = locals.get(segment.name) ?? segment.name;
      return isCatchAll(segment)
        ? `\${${local}.map(encodeURIComponent).join("/")}`
        : `\${encodeURIComponent(${local})}`;
    });
  return `/${parts.join("/")}`;
}
