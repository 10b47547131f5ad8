import type { Project, TemplateView } from "../model.js";
import type { Method } from "../spec/methods.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { methodAnswers, type MethodAnswers } from "./allow.js";
import { scopeOf, type DataModule } from "./data-module.js";
import { partsOf, type HandlerParts, type RouteRole } from "./handlers.js";
import { freeVariable } from "./identifiers.js";
import { urlOf, type Location } from "./locate.js";
import { paramsPattern, paramsType, urlTemplate, type Parameter } from "./parameters.js";
import { resourceNames, type ResourceNames } from "./resource-names.js";

/** What the view of a route file is made from. */
export interface RouteFacts {
  readonly spec: RouteSpec;
  readonly location: Location;
  readonly parameters: readonly Parameter[];
  readonly role: RouteRole;
  readonly data: DataModule;
}

/** The handlers that a route file gets, in order. OPTIONS is not among them. */
export function handlersOf({
  spec,
  role,
}: Pick<RouteFacts, "spec" | "role">): { method: Method; parts: HandlerParts }[] {
  return spec.methods.flatMap((method) => {
    const parts = partsOf(role, method);
    return parts ? [{ method, parts }] : [];
  });
}

/** All that the template of a route file may know. Pure. */
export function routeView(facts: RouteFacts, features: Project["features"]): TemplateView {
  const { spec, parameters, data } = facts;
  const answers = methodAnswers(spec.methods, spec.fallbacks);
  const handlers = handlersOf(facts);
  const takesParams = handlers.some(({ parts }) => readsParams(parts, facts));
  const caching = cachingOf(handlers, answers, takesParams, features);
  const names = namesIn(facts);
  const calls = new Set(handlers.flatMap(({ parts }) => parts.calls));
  const imported = [...calls].map((role) => names.resource[role]).sort();

  return {
    imports: [
      ...(caching.waits ? [`import { connection } from "next/server";`] : []),
      ...(imported.length > 0 ? [`import { ${imported.join(", ")} } from "${data.specifier}";`] : []),
    ],
    segmentConfig: caching.forcesDynamic ? [`export const dynamic = "force-dynamic";`] : [],
    contextType: takesParams
      ? [
          `type Context = { params: ${features.has("promiseParams") ? `Promise<${paramsType(parameters)}>` : paramsType(parameters)} };`,
        ]
      : [],
    handlers: handlers.map(({ method, parts }) =>
      handlerView(method, parts, facts, names, features, caching),
    ),
    readsId: handlers.some(({ parts }) => parts.readsId === true),
    path: pathMembers(parameters),
    resource: { ...names.resource },
    calls: callsOf(names),
    id: names.id,
    location: locationOf(facts, names),
    allow: answers.allowed.join(", "),
    ownsOptions: answers.ownsOptions,
    refused: [...answers.refused],
  };
}

/** The variables of a route file's handlers. */
interface Names {
  readonly resource: ResourceNames;
  /** The variable with the item's id, whether it comes from the path, from several segments of it, or from the body. */
  readonly id: string;
  /** The arguments that narrow a store's functions to the parents in the path. */
  readonly scope: readonly string[];
}

function namesIn({ parameters, role, data }: RouteFacts): Names {
  const locals = new Set(parameters.map(({ local }) => local));
  const own = role === "item" ? parameters.at(-1) : undefined;
  const id = own?.local ?? freeVariable(["id", "itemId", "ownId"], locals);
  return {
    resource: resourceNames(data.segment, new Set([...locals, id])),
    id,
    scope: scopeOf(parameters, role).map(({ local }) => local),
  };
}

function callsOf({ resource, id, scope }: Names): TemplateView {
  const call = (name: string, ...args: string[]) => `${name}(${[...scope, ...args].join(", ")})`;
  return {
    list: call(resource.list),
    find: call(resource.find, id),
    create: call(resource.create, "input.data"),
    createAt: call(resource.create, id, "input.data"),
    replace: call(resource.update, id, "input.data"),
    update: call(resource.update, id, "changes.data"),
    remove: call(resource.remove, id),
  };
}

function handlerView(
  method: Method,
  parts: HandlerParts,
  facts: RouteFacts,
  names: Names,
  features: Project["features"],
  caching: Caching,
): TemplateView {
  const takesParams = readsParams(parts, facts);
  const waits = method === "GET" && caching.waits;
  const isAsync =
    parts.calls.length > 0 || parts.readsBody || waits || (takesParams && features.has("promiseParams"));
  const request = parts.readsBody ? ["request: Request"] : takesParams ? ["_request: Request"] : [];
  const signature = [...request, ...(takesParams ? ["{ params }: Context"] : [])].join(", ");
  const setup = [
    ...(waits ? ["await connection();"] : []),
    ...(takesParams ? paramsLines(facts, names, features) : []),
  ];
  return {
    partial: `resource/handlers/${parts.partial}`,
    opening: `export ${isAsync ? "async " : ""}function ${method}(${signature}) {`,
    setup,
    readsBody: parts.readsBody,
    readsId: parts.readsId === true,
    failure: JSON.stringify(`${method} ${urlOf(facts.location.segments)} failed:`),
  };
}

/** How the parameters get into variables, e.g. `const { id } = await params;`. */
function paramsLines(
  { parameters, role }: RouteFacts,
  { id }: Names,
  features: Project["features"],
): string[] {
  const lines = [
    `const ${paramsPattern(parameters)} = ${features.has("promiseParams") ? "await " : ""}params;`,
  ];
  if (role === "tree") {
    const parts = parameters.map(({ local, kind }) => (kind === "dynamic" ? local : `...${local}`));
    const [only] = parameters.length === 1 ? parameters : [];
    lines.push(`const ${id} = ${only ? only.local : `[${parts.join(", ")}]`}.join("/");`);
  }
  return lines;
}

function readsParams(parts: HandlerParts, { parameters }: Pick<RouteFacts, "parameters">): boolean {
  return parts.params !== "none" && parameters.length > 0;
}

/** What a catch-all without a store answers: its parents, and the rest of the path as a list. */
function pathMembers(parameters: readonly Parameter[]): string {
  const parents = parameters.slice(0, -1).map(({ local }) => local);
  const rest = parameters.at(-1)?.local ?? "path";
  const key = parents.includes("path") || rest === "path" ? rest : `path: ${rest}`;
  return [...parents, key].join(", ");
}

/** The URL of what was created, as a template literal; a path-only route creates nothing. */
function locationOf({ location, parameters, role }: RouteFacts, { resource }: Names): string {
  const url = urlTemplate(location.segments, parameters);
  return role === "tree" ? `\`${url}\`` : `\`${url}/\${${resource.one}.id}\``;
}

interface Caching {
  /** A line of segment config keeps the GET from being run once, at build. */
  readonly forcesDynamic: boolean;
  /** The GET waits for a request by `await connection()`, for the same reason. */
  readonly waits: boolean;
}

/**
 * A GET that reads nothing of the request is frozen at build on some versions, unless the file also exports a method
 * that makes it dynamic.
 */
function cachingOf(
  handlers: readonly { method: Method; parts: HandlerParts }[],
  { refused, ownsOptions }: MethodAnswers,
  takesParams: boolean,
  features: Project["features"],
): Caching {
  const get = handlers.find(({ method }) => method === "GET");
  const thaws =
    ownsOptions || refused.length > 0 || handlers.some(({ method }) => method !== "GET" && method !== "HEAD");
  const isFrozen = get !== undefined && !takesParams && !thaws;
  return {
    forcesDynamic: isFrozen && features.has("staticGet"),
    waits: isFrozen && features.has("cacheComponents"),
  };
}
