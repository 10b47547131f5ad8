import type { TopLevel } from "../project/habits/transplant.js";
import type { ImportNeed } from "./import-lines.js";
import { urlOf } from "./locate.js";
import type { ContextTyping } from "./manner.js";
import { paramsType } from "./parameters.js";
import type { RouteFacts } from "./route-facts.js";

type Place = Pick<RouteFacts, "location" | "parameters">;

/** The type of the second parameter, and the lines that declare it, if the file has to. */
export interface ContextType {
  readonly text: string;
  readonly declaration: readonly string[];
}

/** Writes the type of the second parameter for a route. Source: Next.js, "route.js", context. */
export function contextType(
  typing: ContextTyping,
  place: Place,
  { promiseParams, routeContext }: { promiseParams: boolean; routeContext: boolean },
): ContextType {
  const type = paramsType(place.parameters);
  const params = `params: ${promiseParams ? `Promise<${type}>` : type}`;
  switch (typing.kind) {
    case "RouteContext":
      return routeContext ? { text: ownContext(place), declaration: [] } : inline(params);
    case "inline":
      return inline(params);
    case "type":
      return { text: typing.name, declaration: [`type ${typing.name} = { ${params} };`] };
    case "interface":
      return { text: typing.name, declaration: [`interface ${typing.name} {`, `  ${params};`, "}"] };
  }
}

function inline(params: string): ContextType {
  return { text: `{ ${params} }`, declaration: [] };
}

function ownContext({ location }: Place): string {
  return `RouteContext<${JSON.stringify(urlOf(location.segments))}>`;
}

/**
 * The type of another route's second parameter, for this one: the parameters in it are this route's. Undefined where they
 * do not stand in it, or where `params` is not what this app's Next.js makes of it.
 */
export function contextTypeFor(text: string, place: Place, promiseParams: boolean): string | undefined {
  if (/^RouteContext<["'][^"']*["']>$/.test(text)) return ownContext(place);
  const found = /\bparams: (Promise<)?(\{[^{}]*\}|Record<string, [^<>]*>)/.exec(text);
  const [whole, promise, type] = found ?? [];
  if (whole === undefined || type === undefined || (promise !== undefined) !== promiseParams)
    return undefined;
  if (type.startsWith("Record<")) return text;
  return text.replace(whole, () => `params: ${promise ?? ""}${paramsType(place.parameters)}`);
}

/** Another route's parameters and path in a text of its file, e.g. in `handle<{ id: string }>(`, made this route's own. */
export function routeTextFor(text: string, path: string, place: Place): string {
  const folders = path.split("/").slice(path.startsWith("src/") ? 2 : 1, -1);
  const url = `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
  const keys = folders.flatMap((folder) => /^\[+(?:\.{3})?(.+?)\]+$/.exec(folder)?.[1] ?? []);
  return text
    .replaceAll(JSON.stringify(url), JSON.stringify(urlOf(place.location.segments)))
    .replace(/\{((?: "?[\w-]+"?\??: string(?:\[\])?[;,]?)+) \}/g, (whole, members: string) => {
      const named = [...members.matchAll(/ "?([\w-]+)"?\??:/g)].map(([, key]) => key);
      return named.join() === keys.join() ? paramsType(place.parameters) : whole;
    });
}

/** What a type has to import; undefined if it uses what only its own file declares. */
export function typeNeeds(text: string, { imports, declared }: TopLevel): ImportNeed[] | undefined {
  const names = new Set(text.replace(/"[^"]*"|'[^']*'/g, "").match(/\b[A-Z]\w*/g) ?? []);
  const needs: ImportNeed[] = [];
  for (const name of names) {
    const imported = imports.find(({ local }) => local === name);
    if (imported) needs.push({ ...imported, isType: true });
    else if (declared.includes(name)) return undefined;
  }
  return needs;
}
