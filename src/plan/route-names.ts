import { scopeOf } from "./data-module.js";
import { freeVariable } from "./identifiers.js";
import { keyChecks, type KeyChecks } from "./key-views.js";
import { fullPage } from "./page-bounds.js";
import { urlTemplate } from "./parameters.js";
import type { ResourceFacts } from "./resource-facts.js";
import { resourceNames, type ResourceNames } from "./resource-names.js";
import type { RouteFacts } from "./route-facts.js";
import { isPlainInUrls } from "./url-keys.js";
import type { CallsView } from "../view/view-keys.js";

/** The variables of a route file's handlers. */
export interface RouteNames {
  readonly resource: ResourceNames;
  /** The variable with the item's id, whether it comes from the path, from several segments of it, or from the body. */
  readonly id: string;
  /** The id as it is looked for: the variable, or what a check made of it. */
  readonly foundId: string;
  /** The arguments that narrow a store's functions to the parents in the path. */
  readonly scope: readonly string[];
  /** The keys that are checked before they are looked for. */
  readonly checks: KeyChecks;
}

/** The names for a route, different from its parameters. */
export function namesIn(facts: RouteFacts): RouteNames {
  const { parameters, role, data, imported, resource } = facts;
  const locals = new Set([...parameters.map(({ local }) => local), ...imported]);
  const own = role.id === "parameter" ? parameters.at(-1) : undefined;
  const id = own?.local ?? freeVariable(["id", "itemId", "ownId"], locals);
  const parents = scopeOf(parameters, role);
  const checks = keyChecks(
    resource.source,
    parents.map(({ meaning }) => meaning),
  );
  const named = resourceNames(data.segment, new Set([...locals, id]));
  return {
    resource: resource.source.replaces ? named : { ...named, replace: named.update },
    id,
    foundId: checks.own && role.id !== "path" ? "key.data.id" : id,
    scope: parents.map(({ local, meaning }) =>
      checks.parents.includes(meaning) ? `parents.data.${meaning}` : local,
    ),
    checks,
  };
}

/** The calls of the data module that the handlers make. */
export function callsOf(
  { resource, foundId, scope }: RouteNames,
  { source }: Pick<ResourceFacts, "source">,
): CallsView {
  const call = (name: string, ...args: string[]) => `${name}(${[...scope, ...args].join(", ")})`;
  return {
    list: call(resource.list, ...(source.isPaged ? [fullPage] : [])),
    listPage: call(resource.list, "query.data"),
    find: call(resource.find, foundId),
    create: call(resource.create, "input.data"),
    createAt: call(resource.create, foundId, "input.data"),
    replace: call(resource.replace, foundId, "input.data"),
    update: call(resource.update, foundId, "changes.data"),
    remove: call(resource.remove, foundId),
    search: call(resource.search, "query.data"),
  };
}

/**
 * The URL of what was created, as a template literal. The base path is written out: what a handler sees of its request's
 * URL is without it (measured on 13.5 to 16.4).
 */
export function locationOf(
  { location, parameters, role, resource: { source } }: RouteFacts,
  { resource }: RouteNames,
  basePath: string,
): string {
  const url = `${templateText(basePath)}${urlTemplate(location.segments, parameters)}`;
  if (role.id === "path") return `\`${url}\``;
  const key = `${resource.one}.${source.id.name}`;
  return `\`${url}/\${${isPlainInUrls(source) ? key : `encodeURIComponent(${key})`}}\``;
}

/** A text as the inside of a template literal. */
function templateText(text: string): string {
  return text.replace(/[`\\]|\$(?=\{)/g, "\\$&");
}
