import type { Project, TemplateView } from "../model.js";
import type { Method } from "../spec/methods.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { methodAnswers } from "./allow.js";
import { cachingOf } from "./caching.js";
import { scopeOf, type DataModule } from "./data-module.js";
import { guards, type Guard } from "./guards.js";
import { freeVariable } from "./identifiers.js";
import { urlOf, type Location } from "./locate.js";
import { paramsPattern, paramsType, urlTemplate, type Parameter } from "./parameters.js";
import { resourceNames, type ResourceNames } from "./resource-names.js";
import type { HandlerParts, Role } from "./roles.js";

/** What the view of a route file is made from. */
export interface RouteFacts {
  readonly spec: RouteSpec;
  readonly location: Location;
  readonly parameters: readonly Parameter[];
  readonly role: Role;
  readonly data: DataModule;
}

interface Handler {
  readonly method: Method;
  readonly parts: HandlerParts;
}

/** The handlers that a route file gets, in order. OPTIONS has none: the block with the fallbacks answers it. */
export function handlersOf({ spec, role }: Pick<RouteFacts, "spec" | "role">): Handler[] {
  return spec.methods.flatMap((method) => {
    const parts = role.handlers[method];
    return parts ? [{ method, parts }] : [];
  });
}

/** All that the template of a route file may know. Pure. */
export function routeView(facts: RouteFacts, features: Project["features"]): TemplateView {
  const { spec, parameters, data } = facts;
  const answers = methodAnswers(spec.methods, spec.fallbacks);
  const handlers = handlersOf(facts);
  const guard = spec.auth === undefined || handlers.length === 0 ? undefined : guards[spec.auth];
  const names = namesIn(facts);
  const get = handlers.find(({ method }) => method === "GET")?.parts;
  const caching = cachingOf({
    hasGet: get !== undefined,
    getReadsRequest:
      get !== undefined && (guard?.readsRequest === true || readsRequest(get) || readsParams(get, facts)),
    exported: [...spec.methods, ...answers.refused, ...(answers.ownsOptions ? (["OPTIONS"] as const) : [])],
    features,
  });
  const setting: Setting = { facts, names, guard, features, waits: caching.waits };

  return {
    imports: importsOf(handlers, setting, data.specifier),
    segmentConfig: caching.forcesDynamic ? [`export const dynamic = "force-dynamic";`] : [],
    contextType: handlers.some(({ parts }) => readsParams(parts, facts))
      ? [contextType(parameters, features)]
      : [],
    before: unique(handlers.map(({ parts }) => parts.before)),
    handlers: handlers.map((handler) => handlerView(handler, setting)),
    after: unique([guard?.partial, ...handlers.map(({ parts }) => parts.after)]),
    resource: { ...names.resource },
    calls: callsOf(names),
    id: names.id,
    location: locationOf(facts, names),
    members: parameters.map(({ local }) => `${local}, `).join(""),
    answer: answerMembers(parameters),
    greeting: greetingOf(parameters),
    allow: answers.allowed.join(", "),
    ownsOptions: answers.ownsOptions,
    refused: [...answers.refused],
  };
}

/** What every handler of a file shares. */
interface Setting {
  readonly facts: RouteFacts;
  readonly names: Names;
  readonly guard: Guard | undefined;
  readonly features: Project["features"];
  /** Whether the GET has to wait for a request. */
  readonly waits: boolean;
}

/** Node's modules first, then Next's, then the app's own. */
function importsOf(
  handlers: readonly Handler[],
  { names, guard, waits }: Setting,
  specifier: string,
): string[] {
  const imported = unique(handlers.flatMap(({ parts }) => parts.calls ?? []))
    .map((call) => names.resource[call])
    .sort();
  return [
    ...(guard?.imports ?? []),
    ...unique(handlers.map(({ parts }) => parts.imports)),
    ...(waits ? [`import { connection } from "next/server";`] : []),
    ...(imported.length > 0 ? [`import { ${imported.join(", ")} } from "${specifier}";`] : []),
  ];
}

function contextType(parameters: readonly Parameter[], features: Project["features"]): string {
  const type = paramsType(parameters);
  return `type Context = { params: ${features.has("promiseParams") ? `Promise<${type}>` : type} };`;
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
  const own = role.id === "parameter" ? parameters.at(-1) : undefined;
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
    search: call(resource.search, "query.data"),
  };
}

/** One handler: its head, and what it does before its work, in the one order: authenticate, wait, take the parameters. */
function handlerView({ method, parts }: Handler, setting: Setting): TemplateView {
  const { facts, guard, features } = setting;
  const takesParams = readsParams(parts, facts);
  const waits = method === "GET" && setting.waits;
  const usesRequest = guard?.readsRequest === true || readsRequest(parts);
  const isAsync =
    (parts.calls ?? []).length > 0 ||
    parts.readsJson !== undefined ||
    parts.awaits === true ||
    guard?.awaits === true ||
    waits ||
    (takesParams && features.has("promiseParams"));
  const request = usesRequest ? ["request: Request"] : takesParams ? ["_request: Request"] : [];
  const signature = [...request, ...(takesParams ? ["{ params }: Context"] : [])].join(", ");
  return {
    partial: parts.partial,
    opening: `export ${isAsync ? "async " : ""}function ${method}(${signature}) {`,
    guard: [...(guard?.lines ?? [])],
    setup: [...(waits ? ["await connection();"] : []), ...(takesParams ? paramsLines(parts, setting) : [])],
    readsJson: parts.readsJson !== undefined,
    readsId: parts.readsJson === "id",
    status: parts.status === undefined ? "" : `, { status: ${String(parts.status)} }`,
    failure: JSON.stringify(`${method} ${urlOf(facts.location.segments)} failed:`),
  };
}

/** How the parameters get into variables, e.g. `const { id } = await params;`. */
function paramsLines(
  parts: HandlerParts,
  { facts: { parameters, role }, names, features }: Setting,
): string[] {
  const taken = parts.params === "scope" ? scopeOf(parameters, role) : parameters;
  const lines = [`const ${paramsPattern(taken)} = ${features.has("promiseParams") ? "await " : ""}params;`];
  if (role.id === "path") {
    const [only, ...others] = parameters;
    const isAlone = only !== undefined && others.length === 0;
    const segments = parameters.map(({ local, kind }) => (kind === "dynamic" ? local : `...${local}`));
    if (!isAlone) lines.push(`const parts = [${segments.join(", ")}];`);
    // Escaped, because a decoded segment can have a slash in it: a%2Fb is one segment and not two.
    lines.push(`const ${names.id} = ${isAlone ? only.local : "parts"}.map(encodeURIComponent).join("/");`);
  }
  return lines;
}

function readsParams(
  { params }: HandlerParts,
  { parameters, role }: Pick<RouteFacts, "parameters" | "role">,
): boolean {
  if (params === undefined) return false;
  return (params === "scope" ? scopeOf(parameters, role) : parameters).length > 0;
}

function readsRequest({ readsJson, readsRequest }: HandlerParts): boolean {
  return readsJson !== undefined || readsRequest === true;
}

/** What a handler without a store answers: its parameters, the rest of a path as a list, or a greeting. */
function answerMembers(parameters: readonly Parameter[]): string {
  const last = parameters.at(-1);
  if (!last) return 'message: "Hello, world!"';
  const parents = parameters.slice(0, -1).map(({ local }) => local);
  const isNamed = last.kind === "dynamic" || last.local === "path" || parents.includes("path");
  return [...parents, isNamed ? last.local : `path: ${last.local}`].join(", ");
}

/** The same as text: a literal in quotes, or a template literal. */
function greetingOf(parameters: readonly Parameter[]): string {
  const last = parameters.at(-1);
  if (!last) return '"Hello, world!\\n"';
  const names = parameters.map(({ local, kind }) =>
    kind === "dynamic" ? `\${${local}}` : `\${${local}.join("/")}`,
  );
  return `\`Hello, ${names.join(" and ")}!\\n\``;
}

/** The URL of what was created, as a template literal. */
function locationOf({ location, parameters, role }: RouteFacts, { resource }: Names): string {
  const url = urlTemplate(location.segments, parameters);
  return role.id === "path" ? `\`${url}\`` : `\`${url}/\${${resource.one}.id}\``;
}

function unique<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
