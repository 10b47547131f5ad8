import type { Project, TemplateView, Warning } from "../model.js";
import type { RouteFile } from "../project/route-file.js";
import { inOrder, isMethod, methodTable, type Method } from "../spec/methods.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { methodAnswers } from "./allow.js";
import { cachingOf } from "./caching.js";
import { scopeOf, type DataModule } from "./data-module.js";
import { guardedMethods, guards, type Guard } from "./guards.js";
import { handlerShape, newFile, wrapperWarnings, type HandlerShape } from "./handler-shape.js";
import { freeVariable, isTakenVariable } from "./identifiers.js";
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
  /** The route file that is there, to which the handlers are added. */
  readonly file: RouteFile | undefined;
  /** The methods that a handler is written for. */
  readonly adds: readonly Method[];
}

interface Handler {
  readonly method: Method;
  readonly parts: HandlerParts;
}

/** The handlers that are written, in order. OPTIONS has none: the block with the fallbacks answers it. */
export function handlersOf({ adds, role }: Pick<RouteFacts, "adds" | "role">): Handler[] {
  return adds.flatMap((method) => {
    const parts = role.handlers[method];
    return parts ? [{ method, parts }] : [];
  });
}

interface RouteViewed {
  readonly view: TemplateView;
  /** The methods that change something, with neither a guard nor a wrapper that could be one. */
  readonly open: readonly Method[];
  readonly warnings: readonly Warning[];
}

/** All that the template of a route file may know. For a file that is there: only what is added to it. Pure. */
export function routeView(facts: RouteFacts, features: Project["features"]): RouteViewed {
  const { spec, parameters, data, file, adds } = facts;
  // In a file that is there, the methods that it does not offer are left to it; one with nothing in it is as good as new.
  const isNew = !file || file.syntax.program.body.length === 0;
  const offered = inOrder([...(file?.offered ?? []), ...spec.methods]);
  const answers = methodAnswers(offered, isNew && spec.fallbacks);
  const ownsOptions = isNew ? answers.ownsOptions : adds.includes("OPTIONS");
  const handlers = handlersOf(facts);
  const guard = spec.auth === undefined || handlers.length === 0 ? undefined : guards[spec.auth];
  const names = namesIn(facts);
  const get = handlers.find(({ method }) => method === "GET")?.parts;
  const caching = cachingOf({
    hasGet: get !== undefined,
    getReadsRequest:
      get !== undefined && (guard?.readsRequest === true || readsRequest(get) || readsParams(get, facts)),
    exported: [
      ...offered,
      ...answers.refused,
      ...(file?.exports.refused.map(({ name }) => name).filter(isMethod) ?? []),
      ...(ownsOptions ? (["OPTIONS"] as const) : []),
    ],
    features,
  });
  const setting: Setting = { facts, names, guard, features, waits: caching.waits };
  const written = handlers.map((handler) => handlerView(handler, setting));
  const guardIsThere = file && spec.auth !== undefined && guardedMethods(file, spec.auth).length > 0;
  const ownGuard = guardIsThere ? undefined : guard;

  const view = {
    imports: importsOf(handlers, { ...setting, guard: ownGuard }, data.specifier),
    segmentConfig: caching.forcesDynamic ? [`export const dynamic = "force-dynamic";`] : [],
    contextType: written.some(({ shape }) => shape.usesContextType)
      ? [contextType(parameters, features)]
      : [],
    before: unique(handlers.map(({ parts }) => parts.before)),
    handlers: written.map(({ view: handler }) => handler),
    after: unique([ownGuard?.partial, ...handlers.map(({ parts }) => parts.after)]),
    response: responseClass(file),
    resource: { ...names.resource },
    calls: callsOf(names),
    id: names.id,
    location: locationOf(facts, names),
    members: parameters.map(({ local }) => `${local}, `).join(""),
    answer: answerMembers(parameters),
    greeting: greetingOf(parameters),
    allow: answers.allowed.join(", "),
    ownsOptions,
    refused: [...answers.refused],
  };
  const open = written
    .filter(
      ({ method, shape }) =>
        methodTable[method].mutates && guard === undefined && shape.wrapper?.model === undefined,
    )
    .map(({ method }) => method);
  return { view, open, warnings: wrapperWarnings(written) };
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

/** As the file that is there has it; a file may call something else of its own `Response`. */
function responseClass(file: RouteFile | undefined): string {
  return file?.responseClass ?? "Response";
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
function handlerView(
  { method, parts }: Handler,
  setting: Setting,
): { method: Method; shape: HandlerShape; view: TemplateView } {
  const { facts, names, guard, features } = setting;
  const takesParams = readsParams(parts, facts);
  const waits = method === "GET" && setting.waits;
  const promiseParams = features.has("promiseParams");
  const shape = handlerShape(
    {
      method,
      readsRequest: guard?.readsRequest === true || readsRequest(parts),
      readsParams: takesParams,
      isAsync:
        (parts.calls ?? []).length > 0 ||
        parts.readsJson !== undefined ||
        parts.awaits === true ||
        guard?.awaits === true ||
        waits ||
        (takesParams && promiseParams),
    },
    {
      ...newFile,
      ...(facts.file ? { handlers: facts.file.handlers, style: facts.file.style } : {}),
      promiseParams,
      isTaken: (name) => isUsed(name, facts, names, guard),
    },
  );
  const view = {
    partial: parts.partial,
    opening: shape.opening,
    closing: shape.closing,
    depth: shape.depth,
    request: shape.request,
    guard: [...(guard?.lines(shape.request) ?? [])],
    setup: [
      ...(waits ? ["await connection();"] : []),
      ...(takesParams ? paramsLines(parts, setting, shape) : []),
    ],
    readsJson: parts.readsJson !== undefined,
    readsId: parts.readsJson === "id",
    status: parts.status === undefined ? "" : `, { status: ${String(parts.status)} }`,
    failure: JSON.stringify(`${method} ${urlOf(facts.location.segments)} failed:`),
  };
  return { method, shape, view };
}

/** Whether a handler uses a name for something of its own. */
function isUsed(
  name: string,
  { parameters, role }: RouteFacts,
  { resource, id }: Names,
  guard: Guard | undefined,
): boolean {
  const own = [
    id,
    ...Object.values<string>({ ...resource }),
    ...(role.variables ?? []),
    ...(guard?.names ?? []),
  ];
  return (
    (name !== "request" && isTakenVariable(name)) ||
    own.includes(name) ||
    parameters.some(({ local }) => local === name)
  );
}

/** How the parameters get into variables, e.g. `const { id } = await params;`. */
function paramsLines(
  parts: HandlerParts,
  { facts: { parameters, role }, names }: Setting,
  { params, awaitsParams }: HandlerShape,
): string[] {
  const taken = parts.params === "scope" ? scopeOf(parameters, role) : parameters;
  const lines = [`const ${paramsPattern(taken)} = ${awaitsParams ? "await " : ""}${params};`];
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
