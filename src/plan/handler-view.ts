import type { Project } from "../model.js";
import type { HandlerView } from "../view/view-keys.js";
import type { Method } from "../spec/methods.js";
import { brokenReference } from "./broken-reference.js";
import { contextType } from "./context-types.js";
import { scopeOf } from "./data-module.js";
import { answerTexts } from "./answer-texts.js";
import type { Guard } from "./auth/guard.js";
import { keyLines } from "./key-lines.js";
import { examplesFor, type HandlerExamples } from "./handler-examples.js";
import { handlerShape, noExamples, type HandlerNeeds, type HandlerShape } from "./handler-shape.js";
import { isTakenVariable } from "./identifiers.js";
import { urlOf } from "./locate.js";
import type { ParameterManner } from "./manner.js";
import { loggerText } from "./logger-texts.js";
import { paramsPattern } from "./parameters.js";
import { remembered } from "../remembered.js";
import type { HandlerParts } from "./roles.js";
import { readsParams, readsRequest, type Handler, type RouteFacts } from "./route-facts.js";
import type { RouteNames } from "./route-names.js";

/** What every handler of a file shares. */
export interface Setting {
  readonly facts: RouteFacts;
  readonly names: RouteNames;
  readonly features: Project["features"];
  /** Whether the GET has to wait for a request. */
  readonly waits: boolean;
}

/** A handler's view, the form that it got, and what guards it. */
export interface HandlerViewed {
  readonly method: Method;
  readonly parts: HandlerParts;
  readonly shape: HandlerShape;
  readonly guard: Guard | undefined;
  /** Whether the guard, or a wrapper, makes sure of the caller. */
  readonly isGuarded: boolean;
  readonly view: HandlerView;
}

/** One handler: its head, and what it does before its work, in the one order: authenticate, wait, take the parameters. */
export function handlerView(handler: Handler, setting: Setting): HandlerViewed {
  const { method, parts } = handler;
  const { facts } = setting;
  const { shape, guard } = guarded(handler, setting);
  const isGuarded = guard !== undefined || isInGuard(shape, facts);
  const takesParams = readsParams(parts, facts);
  const failed = `${method} ${urlOf(facts.location.segments)}`;
  const view: HandlerView = {
    method,
    mutates: handler.mutates,
    isGuarded,
    partial: parts.partial,
    opening: shape.opening,
    closing: shape.closing,
    depth: shape.depth,
    request: shape.request,
    guard: [...(guard?.lines(shape.request, answerTexts(facts.manner.answers)) ?? [])],
    setup: [
      ...(waitsIn(handler, setting) ? ["await connection();"] : []),
      ...(takesParams ? paramsLines(parts, setting, shape) : []),
      ...keyLines(parts, facts, setting.names, answerTexts(facts.manner.answers), method === "HEAD"),
    ],
    readsJson: parts.readsJson !== undefined,
    readsId: parts.readsJson === "id",
    status: parts.status ?? 200,
    brokenReference: brokenReference(parts, facts, setting.names, answerTexts(facts.manner.answers)),
    log: (detail?: string) => loggerText(facts.logger.call, failed, detail),
  };
  return { method, parts, shape, guard, isGuarded, view };
}

/** The form of a handler together with what guards it. */
function guarded(handler: Handler, setting: Setting): Pick<HandlerViewed, "shape" | "guard"> {
  const { spec, guard, spareGuard } = setting.facts;
  const bare = shapeOf(handler, setting, undefined);
  if (!guard) return { shape: bare, guard };
  if (guard.wrapper !== undefined) {
    const wrapped = shapeOf(handler, setting, guard);
    if (wrapped.wrapper?.model !== undefined) return { shape: wrapped, guard };
    // Its lines look at what only the wrapper brings: one of our own then, unless the app's was asked for by its name.
    return { shape: shapeOf(handler, setting, spareGuard), guard: spareGuard };
  }
  // A wrapper that makes sure of the caller leaves nothing for a guard to do, unless one was asked for by its name.
  return spec.auth === "any" && isInGuard(bare, setting.facts)
    ? { shape: bare, guard: undefined }
    : { shape: shapeOf(handler, setting, guard), guard };
}

/** Whether the wrapper around a handler makes sure of the caller. */
function isInGuard({ wrapper }: HandlerShape, { isGuard }: RouteFacts): boolean {
  return wrapper !== undefined && isGuard(wrapper);
}

function waitsIn({ method }: Handler, { waits }: Setting): boolean {
  return method === "GET" && waits;
}

function shapeOf(handler: Handler, setting: Setting, guard: Guard | undefined): HandlerShape {
  const { method, parts } = handler;
  const { facts, names, features } = setting;
  const takesParams = readsParams(parts, facts);
  const promiseParams = features.has("promiseParams");
  const { manner, habits, file } = facts;
  const form = (handler.mutates ? habits.handlers.changes : habits.handlers.reads)?.value;
  const needs: HandlerNeeds = {
    method,
    readsRequest: guard?.readsRequest === true || readsRequest(parts),
    readsParams: takesParams,
    isAsync:
      (parts.calls ?? []).some((call) => call !== "parseQuery") ||
      parts.readsJson !== undefined ||
      parts.awaits === true ||
      guard?.awaits === true ||
      waitsIn(handler, setting) ||
      (takesParams && promiseParams),
  };
  const [first, ...others] = examplesFor(method, facts, { habits, promiseParams, wrapper: guard?.wrapper });
  const shape = (examples: HandlerExamples) =>
    handlerShape(needs, {
      ...noExamples,
      ...(file && file.handlers.length > 0 ? { style: file.style } : {}),
      examples,
      manner: guard?.takesNextRequest === true ? withNextRequest(manner.parameters) : manner.parameters,
      isArrow: form === "arrow",
      context: contextType(manner.parameters.typing, facts, {
        promiseParams,
        routeContext: features.has("routeContext"),
      }),
      promiseParams,
      isTaken: (name) => isUsed(name, facts, names),
    });
  const nearest = shape(first);
  if (nearest.wrapper === undefined || nearest.wrapper.model !== undefined) return nearest;
  // The nearest do not show all that this one needs; others may.
  return others.map(shape).find(({ wrapper }) => wrapper?.model !== undefined) ?? nearest;
}

function withNextRequest(manner: ParameterManner): ParameterManner {
  return { ...manner, request: { ...manner.request, type: "NextRequest" } };
}

/** Whether a handler uses a name for something of its own. */
function isUsed(
  name: string,
  { parameters, role, guard, logger }: RouteFacts,
  { resource, id }: RouteNames,
): boolean {
  return (
    (name !== "request" && isTakenVariable(name)) ||
    name === id ||
    textsIn(resource).has(name) ||
    (role.variables?.includes(name) ?? false) ||
    (guard?.names.includes(name) ?? false) ||
    logger.imports.some(({ local }) => local === name) ||
    parameters.some(({ local }) => local === name)
  );
}

const textsIn = remembered((names: RouteNames["resource"]) => new Set<string>(Object.values({ ...names })));

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
