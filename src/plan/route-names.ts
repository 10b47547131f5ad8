import { scopeOf } from "./data-module.js";
import { freeVariable } from "./identifiers.js";
import { urlTemplate } from "./parameters.js";
import { resourceNames, type ResourceNames } from "./resource-names.js";
import type { RouteFacts } from "./route-facts.js";
import type { CallsView } from "../view/view-keys.js";

/** The variables of a route file's handlers. */
export interface RouteNames {
  readonly resource: ResourceNames;
  /** The variable with the item's id, whether it comes from the path, from several segments of it, or from the body. */
  readonly id: string;
  /** The arguments that narrow a store's functions to the parents in the path. */
  readonly scope: readonly string[];
}

/** The names for a route, different from its parameters. */
export function namesIn({ parameters, role, data, imported }: RouteFacts): RouteNames {
  const locals = new Set([...parameters.map(({ local }) => local), ...imported]);
  const own = role.id === "parameter" ? parameters.at(-1) : undefined;
  const id = own?.local ?? freeVariable(["id", "itemId", "ownId"], locals);
  return {
    resource: resourceNames(data.segment, new Set([...locals, id])),
    id,
    scope: scopeOf(parameters, role).map(({ local }) => local),
  };
}

/** The calls of the data module that the handlers make. */
export function callsOf({ resource, id, scope }: RouteNames): CallsView {
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

/**
 * The URL of what was created, as a template literal. The base path is written out: what a handler sees of its request's
 * URL is without it (measured on 13.5 to 16.4).
 */
export function locationOf(
  { location, parameters, role }: RouteFacts,
  { resource }: RouteNames,
  basePath: string,
): string {
  const url = `${templateText(basePath)}${urlTemplate(location.segments, parameters)}`;
  return role.id === "path" ? `\`${url}\`` : `\`${url}/\${${resource.one}.id}\``;
}

/** A text as the inside of a template literal. */
function templateText(text: string): string {
  return text.replace(/[`\\]|\$(?=\{)/g, "\\$&");
}
