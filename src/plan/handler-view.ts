import type { Project, TemplateView } from "../model.js";
import type { Method } from "../spec/methods.js";
import { scopeOf } from "./data-module.js";
import type { Guard } from "./guards.js";
import { handlerShape, newFile, type HandlerShape } from "./handler-shape.js";
import { isTakenVariable } from "./identifiers.js";
import { urlOf } from "./locate.js";
import { paramsPattern } from "./parameters.js";
import type { HandlerParts } from "./roles.js";
import { readsParams, readsRequest, type Handler, type RouteFacts } from "./route-facts.js";
import type { RouteNames } from "./route-names.js";

/** What every handler of a file shares. */
export interface Setting {
  readonly facts: RouteFacts;
  readonly names: RouteNames;
  readonly guard: Guard | undefined;
  readonly features: Project["features"];
  /** Whether the GET has to wait for a request. */
  readonly waits: boolean;
}

/** A handler's view, and the form that it got. */
export interface HandlerViewed {
  readonly method: Method;
  readonly shape: HandlerShape;
  readonly view: TemplateView;
}

/** One handler: its head, and what it does before its work, in the one order: authenticate, wait, take the parameters. */
export function handlerView({ method, parts }: Handler, setting: Setting): HandlerViewed {
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
  { resource, id }: RouteNames,
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
