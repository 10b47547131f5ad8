import { isParameter } from "../../spec/segments.js";
import type { KeyType } from "../../spec/key-types.js";
import { scopeOf } from "../data-module.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteNames } from "../route-names.js";
import { sampleUuid } from "../sample-values.js";
import { isPlainInUrls } from "../url-keys.js";

/**
 * A path that a route answers: its parameters have numbers for values, and the rest of a path two segments. An id that a body
 * brings has a slash in it where it can have one, so that its address shows whether it is escaped.
 */
export interface SamplePath {
  /** The URL path, without the base path. */
  readonly url: string;
  /** What each parameter is, by its variable: a string literal, or a list of them. */
  readonly values: ReadonlyMap<string, string>;
  /** The members of `params`, with their keys. */
  readonly params: string;
  /** The same with an id, or with parents, that are none; undefined where every key can be one. */
  readonly wrongId: string | undefined;
  readonly wrongParents: string | undefined;
  /** The id of an item there as it is sent, and as it is looked for: expressions. */
  readonly sentId: string;
  readonly id: string;
  /** The same as it is kept in the sample store. */
  readonly idText: string;
  /** The keys of the parents, as they are looked for. */
  readonly parents: readonly { readonly meaning: string; readonly value: string }[];
}

const rest = ["a", "b"];

/** Pure. */
export function samplePath(
  { location, parameters, role, resource: { source } }: RouteFacts,
  { checks }: RouteNames,
): SamplePath {
  const isData = role.data !== undefined;
  const own = role.id === "parameter" ? parameters.at(-1) : undefined;
  const scope = scopeOf(parameters, role);
  const typeOf = (parameter: (typeof parameters)[number]): KeyType => {
    if (!isData) return "string";
    if (parameter === own) return source.id.type;
    return scope.includes(parameter) ? source.parentKey(parameter.meaning).type : "string";
  };
  const texts = new Map(
    parameters.map((each, index) => [
      each,
      each.kind === "dynamic" ? [keyText(typeOf(each), index + 1)] : rest,
    ]),
  );
  const literal = (each: (typeof parameters)[number]) => {
    const parts = texts.get(each) ?? [];
    return each.kind === "dynamic" ? JSON.stringify(parts[0]) : JSON.stringify(parts).replaceAll(",", ", ");
  };
  const url = location.segments
    .filter(({ kind }) => kind !== "group")
    .map((segment) => {
      const parameter = isParameter(segment) ? parameters.find(({ key }) => key === segment.name) : undefined;
      return parameter ? (texts.get(parameter) ?? []).join("/") : segment.name;
    });
  const member = (key: string, value: string) =>
    `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${value}`;
  const wrong = (isWrong: (each: (typeof parameters)[number]) => boolean) =>
    parameters.some(isWrong)
      ? `{ ${parameters.map((each) => member(each.key, isWrong(each) ? '"none"' : literal(each))).join(", ")} }`
      : undefined;
  const idText = own
    ? (texts.get(own)?.[0] ?? "1")
    : role.id === "path"
      ? parameters.flatMap((each) => texts.get(each) ?? []).join("/")
      : isData && !isPlainInUrls(source)
        ? `${String(parameters.length + 1)}/2`
        : keyText(isData ? source.id.type : "string", parameters.length + 1);
  return {
    url: `/${url.join("/")}`,
    values: new Map(parameters.map((each) => [each.local, literal(each)])),
    params: `{ ${parameters.map((each) => member(each.key, literal(each))).join(", ")} }`,
    wrongId: wrong((each) => each === own && checks.own),
    wrongParents: wrong((each) => each !== own && checks.parents.includes(each.meaning)),
    idText,
    sentId: keyExpression(role.id === "body" ? source.id.type : "string", idText),
    id: keyExpression(role.id === "path" ? "string" : source.id.type, idText),
    parents: scope.map((each) => ({
      meaning: each.meaning,
      value: keyExpression(typeOf(each), texts.get(each)?.[0] ?? ""),
    })),
  };
}

/** A key of a type as it stands in a URL. */
function keyText(type: KeyType, number: number): string {
  return type === "uuid" ? sampleUuid(number) : String(number);
}

function keyExpression(type: KeyType, text: string): string {
  return type === "int" ? text : JSON.stringify(text);
}
