import type { Habits } from "../project/habits/habits.js";
import type { RouteFile } from "../project/route-file.js";
import { methodTable, type Method } from "../spec/methods.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { scopeOf, type DataModule } from "./data-module.js";
import type { Guard } from "./auth/guard.js";
import type { WrapperUse } from "./handler-shape.js";
import type { Location } from "./locate.js";
import type { Logger } from "./logger.js";
import type { Manner } from "./manner.js";
import type { Parameter } from "./parameters.js";
import type { ResourceFacts } from "./resource-facts.js";
import type { HandlerParts, Role } from "./roles.js";

/** What the view of a route file is made from. */
export interface RouteFacts {
  readonly spec: RouteSpec;
  readonly location: Location;
  readonly parameters: readonly Parameter[];
  readonly role: Role;
  readonly data: DataModule;
  /** Where the resource is kept, and what checks it. */
  readonly resource: ResourceFacts;
  /** The route file that is there, to which the handlers are added. */
  readonly file: RouteFile | undefined;
  /** The methods that a handler is written for. */
  readonly adds: readonly Method[];
  /** How code is written around the route, and the decisions that follow. */
  readonly habits: Habits;
  readonly manner: Manner;
  /** What guards the handlers, unless a wrapper does. */
  readonly guard: Guard | undefined;
  /** What does where the guard needs a wrapper that cannot be had. */
  readonly spareGuard: Guard | undefined;
  /** Whether the wrapper of a handler is a guard; of one of the route's own file where none is named. */
  readonly isGuard: (wrapper: WrapperUse) => boolean;
  readonly logger: Logger;
  /** The names that the guard and the logger bring into the file. */
  readonly imported: ReadonlySet<string>;
}

/** A handler that is written. */
export interface Handler {
  readonly method: Method;
  readonly mutates: boolean;
  readonly parts: HandlerParts;
}

/** The handlers that are written, in order. OPTIONS has none: the block with the fallbacks answers it. */
export function handlersOf({ adds, role }: Pick<RouteFacts, "adds" | "role">): Handler[] {
  return adds.flatMap((method) => {
    const parts = role.handlers[method];
    return parts ? [{ method, parts, mutates: methodTable[method].mutates }] : [];
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
