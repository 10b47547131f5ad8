import type { RouteFile } from "../project/route-file.js";
import type { Method } from "../spec/methods.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { scopeOf, type DataModule } from "./data-module.js";
import type { Location } from "./locate.js";
import type { Parameter } from "./parameters.js";
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

/** A handler that is written. */
export interface Handler {
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

/** Whether a handler takes parameters of the path. */
export function readsParams(
  { params }: HandlerParts,
  { parameters, role }: Pick<RouteFacts, "parameters" | "role">,
): boolean {
  if (params === undefined) return false;
  return (params === "scope" ? scopeOf(parameters, role) : parameters).length > 0;
}

/** Whether a handler looks at the request, other than at its parameters. */
export function readsRequest({ readsJson, readsRequest }: HandlerParts): boolean {
  return readsJson !== undefined || readsRequest === true;
}
